package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * {@code scale · x + offset} for each row of {@code [N, C]}.
 *
 * @param scale {@code [C]}
 * @param offset {@code [C]}
 */
record RowwiseRule(INDArray scale, INDArray offset) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    Lengths.require(List.of(scale.length()), inputs.get(0));
    return inputs.get(0).mulRowVector(scale).addiRowVector(offset);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(cotangent.mulRowVector(scale));
  }
}
