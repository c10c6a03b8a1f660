package io.github.gradcam.method;

import io.github.gradcam.tensor.Tensor;

/**
 * A way to make a class activation map of one layer, for one image and one score.
 *
 * <p>Implementations are immutable and safe for any number of threads. Users may bring their own.
 */
public interface CamMethod {

  /** The name in reports and on command lines: lower case, such as {@code grad-cam}. */
  String name();

  /** The map's formula and paper, in one line for a person. */
  default String description() {
    return name();
  }

  /**
   * The map before ReLU, resizing and normalisation.
   *
   * @param evidence what is known of the image at the layer
   * @return {@code [h, w]}: the activations' spatial axes, without the channels
   * @throws io.github.gradcam.error.UnsupportedOperationInModelException if the method needs what
   *     the model cannot do
   */
  Tensor map(Evidence evidence);
}
