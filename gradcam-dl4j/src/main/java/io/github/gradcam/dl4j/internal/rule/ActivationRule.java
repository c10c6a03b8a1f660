package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An activation function of the engine's own, on copies, because the engine's functions write over
 * what they are given.
 *
 * @param function the function
 */
public record ActivationRule(IActivation function) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    return function.getActivation(inputs.get(0).dup('c'), false);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(function.backprop(inputs.get(0).dup('c'), cotangent.dup('c')).getFirst());
  }
}
