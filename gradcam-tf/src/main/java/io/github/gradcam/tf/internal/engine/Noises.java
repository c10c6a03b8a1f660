package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Two cotangents that have nothing to do with each other, and what becomes of them. */
final class Noises {

  /** Far more than rounding, far less than a part in the way of another image. */
  private static final float NEAR = 1e-4f;

  private Noises() {}

  /** Always the same ones. */
  static List<Tensor> of(Shape shape) {
    return List.of(noise(shape, 1), noise(shape, 2));
  }

  private static Tensor noise(Shape shape, long seed) {
    Random random = new Random(seed);
    return Tensor.written(
        shape,
        values -> {
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
          }
        });
  }

  /** Whether gradients are the same but for rounding; empty if there are none to compare. */
  static Optional<Boolean> agree(
      List<Map<String, Tensor>> found, List<Map<String, Tensor>> expected) {
    boolean agree = true;
    for (int way = 0; way < expected.size(); way++) {
      for (Map.Entry<String, Tensor> layer : expected.get(way).entrySet()) {
        float[] right = layer.getValue().toArray();
        float largest = 0;
        for (float value : right) {
          largest = Math.max(largest, Math.abs(value));
        }
        if (!(largest > 0) || Float.isInfinite(largest)) {
          return Optional.empty();
        }
        float[] given =
            found.get(way).getOrDefault(layer.getKey(), Tensor.zeros(Shape.of(0))).toArray();
        agree &= given.length == right.length && near(given, right, NEAR * largest);
      }
    }
    return Optional.of(agree);
  }

  private static boolean near(float[] found, float[] expected, float distance) {
    for (int i = 0; i < found.length; i++) {
      if (!(Math.abs(found[i] - expected[i]) <= distance)) {
        return false;
      }
    }
    return true;
  }
}
