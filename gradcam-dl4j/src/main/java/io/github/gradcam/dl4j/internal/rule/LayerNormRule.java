package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Brings each row to mean 0 and deviation 1, then {@code gain · x + bias}.
 *
 * @param gain {@code [C]}
 * @param bias {@code [1, C]}, if there is one
 */
record LayerNormRule(INDArray gain, Optional<INDArray> bias) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray output = normal(centred(inputs.get(0))).muliRowVector(gain);
    bias.ifPresent(output::addiRowVector);
    return output;
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    INDArray centred = centred(inputs.get(0));
    INDArray normal = normal(centred);
    INDArray scaled = cotangent.mulRowVector(gain);
    INDArray along = normal.mul(scaled).mean(true, 1);
    INDArray across = scaled.subColumnVector(scaled.mean(true, 1));
    return List.of(
        across.subi(normal.muliColumnVector(along)).diviColumnVector(deviation(centred)));
  }

  private static INDArray centred(INDArray rows) {
    return rows.subColumnVector(rows.mean(true, 1));
  }

  private static INDArray normal(INDArray centred) {
    return centred.divColumnVector(deviation(centred));
  }

  private static INDArray deviation(INDArray centred) {
    return Transforms.sqrt(centred.mul(centred).mean(true, 1), false);
  }
}
