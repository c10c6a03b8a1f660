package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationPReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An activation function, on copies: the engine's functions write over what they are given.
 *
 * @param function the engine's function
 * @param slope its derivative
 */
public record ActivationRule(IActivation function, Slope slope) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    MemoryOrder order = order(inputs.get(0));
    return order.back(function.getActivation(order.copyAlong(inputs.get(0)), false));
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    MemoryOrder order = order(inputs.get(0));
    return List.of(
        order.back(slope.times(order.copyAlong(inputs.get(0)), order.copyAlong(cotangent))));
  }

  /** Functions that look at more than one number need the axes as the network has them. */
  private MemoryOrder order(INDArray array) {
    return function instanceof ActivationSoftmax || function instanceof ActivationPReLU
        ? MemoryOrder.asTheyAre(array)
        : MemoryOrder.of(array);
  }
}
