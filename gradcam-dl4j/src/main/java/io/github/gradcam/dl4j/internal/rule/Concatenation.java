package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arrays behind one another.
 *
 * @param axis along which; from the last axis back if negative
 */
record Concatenation(int axis) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    if (inputs.size() == 1) {
      return inputs.get(0);
    }
    int along = axis(inputs.get(0));
    Lengths.requireSame(inputs, along);
    MemoryOrder order = MemoryOrder.of(inputs.get(0));
    INDArray[] arrays = inputs.stream().map(order::along).toArray(INDArray[]::new);
    return order.back(Nd4j.concat(order.placeOf(along), arrays));
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    int along = axis(inputs.get(0));
    List<INDArray> parts = new ArrayList<>();
    long from = 0;
    for (INDArray input : inputs) {
      long to = from + input.size(along);
      parts.add(new Slice(along, from, to).of(cotangent));
      from = to;
    }
    return parts;
  }

  private int axis(INDArray array) {
    int counted = axis < 0 ? axis + array.rank() : axis;
    if (counted < 0 || counted >= array.rank()) {
      throw new IllegalArgumentException(
          "it puts arrays behind one another along axis "
              + axis
              + ", and is given arrays of "
              + array.rank()
              + " axes");
    }
    return counted;
  }
}
