package io.github.gradcam.examples.swap;

import io.github.gradcam.tensor.Tensor;

/** How far apart two maps are, place by place. */
final class Difference {

  private Difference() {}

  static Tensor between(Tensor one, Tensor other) {
    float[] a = one.toArray();
    float[] b = other.reshape(one.shape()).toArray();
    for (int i = 0; i < a.length; i++) {
      a[i] = Math.abs(a[i] - b[i]);
    }
    return Tensor.of(one.shape(), a);
  }

  static Tensor times(Tensor map, int factor) {
    float[] values = map.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    return Tensor.of(map.shape(), values);
  }

  /** The largest magnitude anywhere. */
  static float largest(Tensor map) {
    float largest = 0;
    for (float value : map.toArray()) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
