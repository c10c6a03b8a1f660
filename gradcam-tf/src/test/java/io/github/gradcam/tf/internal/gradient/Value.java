package io.github.gradcam.tf.internal.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;

/**
 * Numbers and their shape.
 *
 * @param shape the sizes of the dimensions
 * @param numbers the numbers
 */
record Value(long[] shape, double[] numbers) {

  /** Numbers between -1 and 1 in any order, none of them zero, no two of them close. */
  static Value mixed(int seed, long... shape) {
    int count = (int) Shape.of(shape).size();
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(-1 + (2 * i + 1.37) / count);
    }
    Collections.shuffle(numbers, new Random(seed));
    return new Value(shape, numbers.stream().mapToDouble(Double::doubleValue).toArray());
  }

  static Value of(double... numbers) {
    return new Value(new long[] {numbers.length}, numbers);
  }

  static Value zeros(long... shape) {
    return new Value(shape, new double[(int) Shape.of(shape).size()]);
  }

  static Value read(Tensor tensor) {
    long[] shape = tensor.shape().asArray();
    double[] numbers = new double[(int) tensor.shape().size()];
    if (tensor instanceof TFloat64 exact) {
      exact.copyTo(DataBuffers.of(numbers, false, false));
      return new Value(shape, numbers);
    }
    float[] floats = new float[numbers.length];
    if (tensor instanceof TFloat32 plain) {
      plain.copyTo(DataBuffers.of(floats, false, false));
    } else {
      ((TFloat16) tensor).copyTo(DataBuffers.of(floats, false, false));
    }
    return new Value(
        shape, IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray());
  }

  Value times(double factor) {
    return mapped(number -> number * factor);
  }

  Value plus(double summand) {
    return mapped(number -> number + summand);
  }

  private Value mapped(DoubleUnaryOperator function) {
    return new Value(shape, Arrays.stream(numbers).map(function).toArray());
  }

  /** The same with one number changed. */
  Value changed(int index, double change) {
    double[] copy = numbers.clone();
    copy[index] += change;
    return new Value(shape, copy);
  }

  /** The size of the number that is farthest from zero. */
  double largest() {
    return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
  }

  double dot(Value other) {
    double sum = 0;
    for (int i = 0; i < numbers.length; i++) {
      sum += numbers[i] * other.numbers[i];
    }
    return sum;
  }

  Tensor tensor(DataType type) {
    Shape sizes = Shape.of(shape);
    if (type == DataType.DT_DOUBLE) {
      return TFloat64.tensorOf(sizes, DataBuffers.of(numbers, true, false));
    }
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return type == DataType.DT_FLOAT
        ? TFloat32.tensorOf(sizes, DataBuffers.of(floats, true, false))
        : TFloat16.tensorOf(sizes, DataBuffers.of(floats, true, false));
  }
}
