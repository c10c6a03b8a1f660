/**
 * From a file to a network of Deeplearning4j: what a stranger wrote is looked at here, before the
 * engine sees it.
 */
@NullMarked
package io.github.gradcam.dl4j.internal.source;

import org.jspecify.annotations.NullMarked;
