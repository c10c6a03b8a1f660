package io.github.gradcam.dl4j.internal.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A fully connected layer, {@code x · W + b}.
 *
 * @param weights {@code [in, out]}
 * @param bias {@code [1, out]}, if there is one
 */
record DenseRule(INDArray weights, Optional<INDArray> bias) implements SharedWeights {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray input = inputs.get(0);
    if (input.rank() != 2 || input.size(1) != weights.size(0)) {
      throw new IllegalArgumentException(
          "it takes [N, " + weights.size(0) + "], and is given " + Arrays.toString(input.shape()));
    }
    INDArray output = Rows.times(input, weights);
    bias.ifPresent(output::addiRowVector);
    return output;
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(transposed(cotangent));
  }

  @Override
  public List<List<INDArray>> backwards(
      List<INDArray> inputs, INDArray output, List<INDArray> cotangents) {
    return SharedWeights.stacked(cotangents, this::transposed);
  }

  private INDArray transposed(INDArray cotangent) {
    return Rows.times(cotangent, weights.transpose());
  }
}
