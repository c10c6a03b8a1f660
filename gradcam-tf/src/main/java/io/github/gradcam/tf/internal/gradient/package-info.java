/**
 * The way back: nodes that carry a cotangent from a graph's output to any of its tensors.
 *
 * <p>TensorFlow's own {@code addGradients} is not used. It loses a convolution's dilations, so that
 * the gradient is wrong without a word or ends the process, and it has none for other operations
 * that image networks are made of. What is here is exact or refuses.
 */
@NullMarked
package io.github.gradcam.tf.internal.gradient;

import org.jspecify.annotations.NullMarked;
