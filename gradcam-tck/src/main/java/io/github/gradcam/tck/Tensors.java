package io.github.gradcam.tck;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Tensors that tests ask with. */
final class Tensors {

  private Tensors() {}

  /** Normally distributed numbers, the same for the same seed. */
  static Tensor random(long seed, Shape shape) {
    Random random = new Random(seed);
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Tensor.of(shape, values);
  }

  /** A cotangent that picks one class in each row. */
  static Tensor oneHot(int classes, int... targets) {
    float[] values = new float[targets.length * classes];
    for (int row = 0; row < targets.length; row++) {
      values[row * classes + targets[row]] = 1;
    }
    return Tensor.of(Shape.of(targets.length, classes), values);
  }

  /** One item of a batch, as a batch of one. */
  static Tensor only(Tensor batch, int item) {
    return repeat(batch.item(item), 1);
  }

  /** A batch of one item again and again. */
  static Tensor repeat(Tensor item, int count) {
    return Tensor.stack(IntStream.range(0, count).mapToObj(i -> item).toList());
  }

  /** The tensor with one element replaced. */
  static Tensor with(Tensor tensor, int element, float value) {
    float[] values = tensor.toArray();
    values[element] = value;
    return Tensor.of(tensor.shape(), values);
  }

  /** {@code [N, C, h, w]} with one channel set to zero in all items. */
  static Tensor withoutChannel(Tensor batch, int channel) {
    float[] values = batch.toArray();
    int items = batch.shape().length(0);
    int channels = batch.shape().length(1);
    int size = values.length / items / channels;
    for (int item = 0; item < items; item++) {
      int from = (item * channels + channel) * size;
      Arrays.fill(values, from, from + size, 0);
    }
    return Tensor.of(batch.shape(), values);
  }

  /** {@code a·x + b·y}. */
  static Tensor combine(float a, Tensor x, float b, Tensor y) {
    float[] values = x.toArray();
    float[] others = y.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = a * values[i] + b * others[i];
    }
    return Tensor.of(x.shape(), values);
  }

  /** The sum of products, element by element. */
  static double dot(Tensor x, Tensor y) {
    float[] left = x.toArray();
    float[] right = y.toArray();
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (double) left[i] * right[i];
    }
    return sum;
  }
}
