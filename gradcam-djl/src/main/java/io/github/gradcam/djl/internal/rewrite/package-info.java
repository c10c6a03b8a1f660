/**
 * The other source that lets a network hand out what flows through it: the addresses of its layers,
 * copies of its methods, methods that start at a layer, the output that is meant and the score
 * before its softmax, evaluation mode.
 *
 * <p>{@code Rewriter} is the way in; what comes out is an {@code Instrumented} program with its
 * {@code Catalog}. It works on text and loads no native code.
 */
@NullMarked
package io.github.gradcam.djl.internal.rewrite;

import org.jspecify.annotations.NullMarked;
