package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Passes on what it is given: dropout and noise in evaluation mode, and what only has a name. */
public record Identity() implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    return inputs.get(0);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(cotangent);
  }
}
