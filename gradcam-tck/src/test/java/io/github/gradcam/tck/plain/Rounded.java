package io.github.gradcam.tck.plain;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;

/** Sums are made in float64 and kept in float32. */
final class Rounded {

  private Rounded() {}

  static Tensor of(Shape shape, double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return Tensor.of(shape, rounded);
  }
}
