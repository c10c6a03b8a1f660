package io.github.gradcam.dl4j.internal.rule;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A convolution of some kind over {@code [N, …, C]}: linear, apart from a bias. */
interface Convolution extends SharedWeights {

  /**
   * The transposed map, which a cotangent goes through.
   *
   * @param cotangent shaped as an output, without gaps
   * @param shape the input's
   * @return an array of its own of that shape
   */
  INDArray transposed(INDArray cotangent, long... shape);

  @Override
  default List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(transposed(MemoryOrder.dense(cotangent), inputs.get(0).shape()));
  }

  @Override
  default List<List<INDArray>> backwards(
      List<INDArray> inputs, INDArray output, List<INDArray> cotangents) {
    long[] shape = inputs.get(0).shape().clone();
    shape[0] *= cotangents.size();
    return SharedWeights.stacked(cotangents, stack -> transposed(stack, shape));
  }

  /** Says what is wrong where a grid has another number of channels. */
  static void requireChannels(INDArray grid, long wanted) {
    long given = grid.size(grid.rank() - 1);
    if (given != wanted) {
      throw new IllegalArgumentException("it takes " + wanted + " channels, and is given " + given);
    }
  }
}
