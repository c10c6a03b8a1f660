package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Passes on a part.
 *
 * @param slice which part of an array
 */
record SliceRule(Function<INDArray, Slice> slice) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    return slice.apply(inputs.get(0)).of(inputs.get(0));
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(slice.apply(inputs.get(0)).embedded(cotangent, inputs.get(0)));
  }
}
