package io.github.gradcam.dl4j.internal.rule;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The order in which an array's axes lie in memory, from the one with the longest steps on. What is
 * computed number by number is computed along memory, however the axes are called.
 *
 * @param axes the array's axes in that order
 */
record MemoryOrder(int[] axes) {

  static MemoryOrder of(INDArray array) {
    Integer[] axes = IntStream.range(0, array.rank()).boxed().toArray(Integer[]::new);
    Arrays.sort(axes, Comparator.comparingLong(axis -> -array.stride(axis)));
    return new MemoryOrder(Arrays.stream(axes).mapToInt(Integer::intValue).toArray());
  }

  /** An array's axes as they are called, wherever they lie. */
  static MemoryOrder asTheyAre(INDArray array) {
    return new MemoryOrder(IntStream.range(0, array.rank()).toArray());
  }

  /** A copy of an array as {@link #along} has it. */
  INDArray copyAlong(INDArray array) {
    return (axes.length < 2 ? array : array.permute(axes)).dup('c');
  }

  /** An array as {@code [long steps, …, short steps]} without gaps: a view where that is one. */
  INDArray along(INDArray array) {
    return dense(axes.length < 2 ? array : array.permute(axes));
  }

  /** Where an axis stands in {@link #along}. */
  int placeOf(int axis) {
    return Arrays.stream(axes).boxed().toList().indexOf(axis);
  }

  /** The way back from {@link #along}. */
  INDArray back(INDArray array) {
    if (axes.length < 2) {
      return array;
    }
    int[] inverse = new int[axes.length];
    for (int i = 0; i < axes.length; i++) {
      inverse[axes[i]] = i;
    }
    return array.permute(inverse);
  }

  /** Zeros of any shape of as many axes, in this order in memory. */
  INDArray zeros(DataType type, long... shape) {
    long[] along = Arrays.stream(axes).mapToLong(axis -> shape[axis]).toArray();
    return back(Nd4j.create(type, along, 'c'));
  }

  /** An array of the same shape whose numbers lie row by row without gaps. */
  static INDArray dense(INDArray array) {
    return isDense(array) ? array : array.dup('c');
  }

  /** Whether an array's numbers lie row by row without gaps. */
  static boolean isDense(INDArray array) {
    long step = 1;
    for (int axis = array.rank() - 1; axis >= 0; axis--) {
      if (array.size(axis) != 1 && array.stride(axis) != step) {
        return false;
      }
      step *= array.size(axis);
    }
    return array.rank() < 2 || array.ordering() == 'c';
  }

  /** An array of the same shape and order in memory, with anything in it. */
  static INDArray uninitialized(INDArray dense) {
    return Nd4j.createUninitialized(dense.dataType(), dense.shape(), 'c');
  }

  /** Whether an array has no gaps in any order, so that what is done along memory is done to it. */
  boolean isGapless(INDArray array) {
    return isDense(axes.length < 2 ? array : array.permute(axes));
  }
}
