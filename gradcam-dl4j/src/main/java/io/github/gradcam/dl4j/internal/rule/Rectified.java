package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.List;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinearDerivative;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A layer with a ReLU, which overwrites the body's output: what was below zero is never asked for,
 * because the way back shows in the result.
 *
 * @param body returns an array of its own
 */
record Rectified(LayerRule body) implements SharedWeights {

  static boolean fits(IActivation activation) {
    return activation.getClass() == ActivationReLU.class
        && ReluRule.of((ActivationReLU) activation).isPlain();
  }

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray z = body.forward(inputs);
    MemoryOrder order = MemoryOrder.of(z);
    INDArray along = order.along(z);
    Nd4j.getExecutioner().exec(new RectifiedLinear(along, along));
    return order.back(along);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return body.backward(inputs, output, masked(output, cotangent));
  }

  @Override
  public List<List<INDArray>> backwards(
      List<INDArray> inputs, INDArray output, List<INDArray> cotangents) {
    return SharedWeights.through(
        body, inputs, output, cotangents.stream().map(each -> masked(output, each)).toList());
  }

  private static INDArray masked(INDArray output, INDArray cotangent) {
    MemoryOrder order = MemoryOrder.of(output);
    INDArray along = order.along(output);
    INDArray result = MemoryOrder.uninitialized(along);
    Nd4j.getExecutioner()
        .exec(new RectifiedLinearDerivative(along, order.along(cotangent), result, 0));
    return order.back(result);
  }

  @Override
  public Layout layout(List<Layout> inputs) {
    return body.layout(inputs);
  }
}
