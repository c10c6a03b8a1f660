package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * {@code x} above zero and {@code slope · x} below. The engine's own way back fails where a slope
 * is shared.
 *
 * @param slopes {@code [1, …]}, of length 1 along axes that share them
 */
record ParametricReluRule(INDArray slopes) implements LayerRule {

  /** Of a layer's slopes, which lack the batch. */
  static ParametricReluRule of(INDArray slopes) {
    long[] shape = new long[slopes.rank() + 1];
    shape[0] = 1;
    System.arraycopy(slopes.shape(), 0, shape, 1, slopes.rank());
    return new ParametricReluRule(slopes.dup('c').reshape('c', shape));
  }

  @Override
  public INDArray forward(List<INDArray> inputs) {
    return times(inputs.get(0), inputs.get(0));
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(times(inputs.get(0), cotangent));
  }

  private INDArray times(INDArray input, INDArray array) {
    requireFit(input);
    MemoryOrder order = MemoryOrder.of(input);
    INDArray below = order.along(input).lt(0).castTo(input.dataType());
    INDArray factors = Nd4j.createUninitialized(input.dataType(), below.shape(), 'c');
    new Operation("multiply", List.of()).run(List.of(below, order.along(slopes)), List.of(factors));
    factors.addi(below.rsubi(1)).muli(order.along(array));
    return order.back(factors);
  }

  private void requireFit(INDArray input) {
    boolean fits = input.rank() == slopes.rank();
    for (int axis = 1; fits && axis < slopes.rank(); axis++) {
      fits = slopes.size(axis) == 1 || slopes.size(axis) == input.size(axis);
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "it has slopes of shape "
              + Arrays.toString(slopes.shape())
              + ", and is given "
              + Arrays.toString(input.shape()));
    }
  }
}
