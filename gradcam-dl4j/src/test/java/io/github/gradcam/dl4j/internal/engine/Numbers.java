package io.github.gradcam.dl4j.internal.engine;

import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays of numbers that are the same in each run. */
final class Numbers {

  private Numbers() {}

  /** Normally distributed. */
  static INDArray normal(long seed, long... shape) {
    Random random = new Random(seed);
    double[] numbers = new double[(int) length(shape)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextGaussian();
    }
    return Nd4j.create(numbers, shape, 'c');
  }

  /** All zeros but one. */
  static INDArray unit(long index, long... shape) {
    double[] numbers = new double[(int) length(shape)];
    numbers[(int) index] = 1;
    return Nd4j.create(numbers, shape, 'c');
  }

  private static long length(long... shape) {
    long length = 1;
    for (long axis : shape) {
      length *= axis;
    }
    return length;
  }

  /** The numbers, row by row. */
  static double[] of(INDArray array) {
    return array.dup('c').data().asDouble();
  }

  /** The product of two arrays as vectors. */
  static double dot(INDArray first, INDArray second) {
    double[] left = of(first);
    double[] right = of(second);
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  /** The largest of the magnitudes. */
  static double largest(INDArray array) {
    double largest = 0;
    for (double number : of(array)) {
      largest = Math.max(largest, Math.abs(number));
    }
    return largest;
  }

  /** How far an array is from another, beside the largest number of that other. */
  static double distance(INDArray found, INDArray expected) {
    double[] left = of(found);
    double[] right = of(expected);
    double worst = 0;
    for (int i = 0; i < left.length; i++) {
      double off = Math.abs(left[i] - right[i]);
      // Not a number is as far off as can be.
      worst = off <= worst ? worst : Double.isNaN(off) ? Double.POSITIVE_INFINITY : off;
    }
    double largest = largest(expected);
    return worst == 0 ? 0 : worst / (largest == 0 ? Double.MIN_NORMAL : largest);
  }
}
