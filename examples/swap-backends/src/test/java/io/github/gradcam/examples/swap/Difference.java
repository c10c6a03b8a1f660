package io.github.gradcam.examples.swap;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;

/** How far apart maps are, place by place. */
final class Difference {

  private Difference() {}

  /** Of any two of them the largest. */
  static Tensor among(List<Tensor> maps) {
    Shape shape = maps.get(0).shape();
    float[] least = maps.get(0).toArray();
    float[] most = least.clone();
    for (Tensor map : maps) {
      float[] values = map.reshape(shape).toArray();
      for (int i = 0; i < values.length; i++) {
        least[i] = Math.min(least[i], values[i]);
        most[i] = Math.max(most[i], values[i]);
      }
    }
    for (int i = 0; i < most.length; i++) {
      most[i] -= least[i];
    }
    return Tensor.of(shape, most);
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
