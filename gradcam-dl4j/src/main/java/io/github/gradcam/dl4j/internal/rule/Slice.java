package io.github.gradcam.dl4j.internal.rule;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A part of an array along one axis.
 *
 * @param axis the axis
 * @param from where the part begins
 * @param to behind its end
 */
record Slice(int axis, long from, long to) {

  /**
   * The part: a view, unless the array has gaps, of which the engine may give a part of nothing.
   */
  INDArray of(INDArray array) {
    if (axis >= array.rank() || to > array.size(axis)) {
      throw new IllegalArgumentException(
          "it takes places "
              + from
              + " to "
              + (to - 1)
              + " of axis "
              + axis
              + ", and is given "
              + Arrays.toString(array.shape()));
    }
    INDArrayIndex[] places = new INDArrayIndex[array.rank()];
    Arrays.fill(places, NDArrayIndex.all());
    places[axis] = NDArrayIndex.interval(from, to);
    return (MemoryOrder.of(array).isGapless(array) ? array : array.dup('c')).get(places);
  }

  /** An array that is zero outside of the part, shaped and ordered as another. */
  INDArray embedded(INDArray part, INDArray like) {
    MemoryOrder order = MemoryOrder.of(like);
    long[] shape = like.rank() < 2 ? like.shape() : like.permute(order.axes()).shape();
    INDArray whole = order.back(Nd4j.zeros(like.dataType(), shape));
    of(whole).assign(part);
    return whole;
  }
}
