/** Runs a network forwards and backwards, and answers for it as a model. */
@NullMarked
package io.github.gradcam.dl4j.internal.engine;

import org.jspecify.annotations.NullMarked;
