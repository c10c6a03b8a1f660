package io.github.gradcam.dl4j.internal.rule;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The shape in which arrays meet that are computed with number by number: an axis of length one is
 * as long as the others have it.
 *
 * @param shape the shape
 */
record Broadcast(long[] shape) {

  static Broadcast of(List<INDArray> arrays) {
    long[] shape = arrays.get(0).shape().clone();
    for (INDArray array : arrays) {
      if (array.rank() != shape.length) {
        throw unfit(arrays);
      }
      for (int axis = 0; axis < shape.length; axis++) {
        long length = array.size(axis);
        if (shape[axis] == 1) {
          shape[axis] = length;
        } else if (length != 1 && length != shape[axis]) {
          throw unfit(arrays);
        }
      }
    }
    return new Broadcast(shape);
  }

  private static IllegalArgumentException unfit(List<INDArray> arrays) {
    return new IllegalArgumentException(
        "it is given shapes that do not fit: " + Lengths.list(arrays));
  }

  boolean isShapeOf(INDArray array) {
    return Arrays.equals(array.shape(), shape);
  }

  /** An array in this shape; the array itself if it has it. */
  INDArray spread(INDArray array) {
    return isShapeOf(array) ? array : array.broadcast(shape);
  }

  /** The way back of {@link #spread}. */
  INDArray gathered(INDArray cotangent, INDArray array) {
    if (isShapeOf(array)) {
      return cotangent;
    }
    int[] spread =
        IntStream.range(0, shape.length)
            .filter(axis -> array.size(axis) == 1 && shape[axis] != 1)
            .toArray();
    return cotangent.sum(true, spread);
  }
}
