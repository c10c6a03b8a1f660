package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Divides each number by a power of the energy of the channels around it, {@code x · (k + α · Σ
 * x²)^−β}, over {@code [N, H, W, C]}.
 *
 * @param reach how many channels to either side
 * @param k what is added
 * @param alpha the energy's factor
 * @param beta the power
 */
record LocalNormRule(int reach, double k, double alpha, double beta) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray rows = rows(inputs.get(0));
    return Transforms.pow(energy(rows), -beta, false).muli(rows).reshape(inputs.get(0).shape());
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    INDArray rows = rows(inputs.get(0));
    INDArray given = rows(cotangent);
    INDArray energy = energy(rows);
    INDArray scale = Transforms.pow(energy, -beta, true);
    INDArray shared = given.mul(rows).muli(scale).divi(energy);
    INDArray around = around(shared).muli(rows).muli(-2 * alpha * beta);
    return List.of(scale.muli(given).addi(around).reshape(inputs.get(0).shape()));
  }

  private INDArray energy(INDArray rows) {
    return around(rows.mul(rows)).muli(alpha).addi(k);
  }

  /** The sum of each number and its neighbours. */
  private INDArray around(INDArray rows) {
    long channels = rows.size(1);
    INDArray sum = rows.dup('c');
    for (long step = 1; step <= reach && step < channels; step++) {
      between(sum, step, channels).addi(between(rows, 0, channels - step));
      between(sum, 0, channels - step).addi(between(rows, step, channels));
    }
    return sum;
  }

  private static INDArray between(INDArray rows, long from, long to) {
    return rows.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to));
  }

  private static INDArray rows(INDArray plane) {
    long channels = plane.size(plane.rank() - 1);
    return MemoryOrder.dense(plane).reshape('c', plane.length() / channels, channels);
  }
}
