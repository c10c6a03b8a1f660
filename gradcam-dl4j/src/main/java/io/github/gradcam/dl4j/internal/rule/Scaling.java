package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Every number times one, plus another.
 *
 * @param factor the one
 * @param shift the other
 */
record Scaling(double factor, double shift) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    MemoryOrder order = MemoryOrder.of(inputs.get(0));
    return order.back(order.copyAlong(inputs.get(0)).muli(factor).addi(shift));
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    MemoryOrder order = MemoryOrder.of(cotangent);
    return List.of(order.back(order.copyAlong(cotangent).muli(factor)));
  }
}
