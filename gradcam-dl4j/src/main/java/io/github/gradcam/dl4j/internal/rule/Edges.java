package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Adds zeros at the edges of arrays, or takes numbers away.
 *
 * @param before how many along each axis, below zero for those that are taken away
 * @param after the same at the other end
 */
record Edges(List<Long> before, List<Long> after) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray input = inputs.get(0);
    if (input.rank() != before.size()) {
      throw new IllegalArgumentException(
          "it takes arrays of rank "
              + before.size()
              + ", and is given "
              + Arrays.toString(input.shape()));
    }
    return moved(input, before, after);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(back(cotangent));
  }

  /** Takes away what was added, and adds zeros where numbers were taken away. */
  INDArray back(INDArray array) {
    return moved(array, negative(before), negative(after));
  }

  private static List<Long> negative(List<Long> counts) {
    return counts.stream().map(count -> -count).toList();
  }

  private static INDArray moved(INDArray array, List<Long> before, List<Long> after) {
    int rank = array.rank();
    long[] shape = new long[rank];
    INDArrayIndex[] from = new INDArrayIndex[rank];
    INDArrayIndex[] to = new INDArrayIndex[rank];
    boolean grows = false;
    for (int axis = 0; axis < rank; axis++) {
      long first = before.get(axis);
      long last = after.get(axis);
      shape[axis] = array.size(axis) + first + last;
      if (shape[axis] < 1) {
        throw new IllegalArgumentException(
            "it takes away more than the " + array.size(axis) + " numbers along axis " + axis);
      }
      from[axis] =
          NDArrayIndex.interval(Math.max(0, -first), array.size(axis) - Math.max(0, -last));
      to[axis] = NDArrayIndex.interval(Math.max(0, first), shape[axis] - Math.max(0, last));
      grows |= first > 0 || last > 0;
    }
    if (Arrays.equals(shape, array.shape()) && !grows) {
      return array;
    }
    INDArray part = array.get(from);
    if (!grows) {
      return part;
    }
    INDArray moved = MemoryOrder.of(array).zeros(array.dataType(), shape);
    moved.get(to).assign(part);
    return moved;
  }
}
