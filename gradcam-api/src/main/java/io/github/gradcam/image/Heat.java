package io.github.gradcam.image;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.tensor.Tensor;

/** What a map must be to be drawn. */
final class Heat {

  private Heat() {}

  static void requireMap(Tensor heat) {
    if (heat.shape().rank() != 2 || heat.shape().size() == 0) {
      throw new InvalidInputException(
          "A map to draw is [h, w] with at least one number, but this is "
              + heat.shape()
              + ". Draw one map at a time.");
    }
    if (!heat.isFinite()) {
      throw new InvalidInputException(
          "A map to draw holds heat from 0 to 1, but this one holds NaN or infinity. Normalise it"
              + " first, and look where these numbers come from.");
    }
  }

  static float clamped(float heat) {
    return Math.max(0, Math.min(1, heat));
  }
}
