package io.github.gradcam.method;

import io.github.gradcam.tensor.Tensor;

/**
 * What a CAM method may ask for: one image, one layer, one score.
 *
 * <p>Nothing is computed before it is asked for: a method that never calls {@link #gradients()}
 * costs no backward pass. Belongs to the thread that called the method, for the time of the call.
 */
public interface Evidence {

  /** The layer's path. */
  String layer();

  /** The network's input for this image: {@code [C, H, W]}. */
  Tensor input();

  /** The layer's activations: {@code [C, h, w]}, finite; one to three spatial axes. */
  Tensor activations();

  /**
   * The gradient of the score with respect to the activations: {@code [C, h, w]}, finite.
   *
   * @throws io.github.gradcam.error.UnexplainableLayerException if no gradient path leads to the
   *     layer
   */
  Tensor gradients();

  /** The score of this image. */
  double score();

  /**
   * The same score of other inputs: full forward passes, in batches of bounded size.
   *
   * @param inputs {@code [M, C, H, W]}
   * @return {@code [M]}
   */
  Tensor scoresOf(Tensor inputs);

  /**
   * The same score of this image with other activations at the layer: passes through what lies
   * above the layer, in batches of bounded size.
   *
   * @param activations {@code [M, C, h, w]}
   * @return {@code [M]}
   * @throws io.github.gradcam.error.UnsupportedOperationInModelException if the model cannot resume
   *     at the layer
   */
  Tensor scoresFrom(Tensor activations);
}
