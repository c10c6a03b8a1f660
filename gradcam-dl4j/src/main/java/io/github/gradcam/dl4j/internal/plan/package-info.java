/** A network as one flat list of computations, with the layers' names beside it. */
@NullMarked
package io.github.gradcam.dl4j.internal.plan;

import org.jspecify.annotations.NullMarked;
