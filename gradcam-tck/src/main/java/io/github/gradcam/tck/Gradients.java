package io.github.gradcam.tck;

import io.github.gradcam.model.Capture;
import io.github.gradcam.tensor.Tensor;
import java.util.Map;

/**
 * What a capture answers when it is asked for gradients. A layer that it leaves out fails the test.
 *
 * @param byLayer the answer
 */
record Gradients(Map<String, Tensor> byLayer) {

  /** Asks a capture, once. */
  static Gradients of(Capture capture, Tensor cotangent) {
    return new Gradients(capture.gradients(cotangent));
  }

  /** The gradient at a layer. */
  Tensor at(String layer) {
    Tensor gradient = byLayer.get(layer);
    if (gradient == null) {
      throw new AssertionError(
          "The capture owes a gradient at "
              + layer
              + ", which its hook covers, but gave gradients only at "
              + byLayer.keySet()
              + ".");
    }
    return gradient;
  }
}
