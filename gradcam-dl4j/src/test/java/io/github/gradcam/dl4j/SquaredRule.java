package io.github.gradcam.dl4j;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

record SquaredRule() implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    return inputs.get(0).mul(inputs.get(0));
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(inputs.get(0).mul(2).muli(cotangent));
  }
}
