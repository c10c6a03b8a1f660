package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The p-norm of each of a plane's windows, over {@code [N, H, W, C]}. The engine's own way back is
 * not a number where a window holds only zeros.
 *
 * @param norm the norm's number
 * @param windows down and to the right
 */
record NormPoolingRule(int norm, List<Window> windows) implements LayerRule {

  /** Zeros beyond the edges count, so that each average is a sum over as many. */
  private static final int DIVIDE_BY_ALL = 1;

  @Override
  public INDArray forward(List<INDArray> inputs) {
    return new PoolingRule("pnormpool2d", windows, norm).forward(inputs);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    INDArray plane = inputs.get(0);
    INDArray factors = MemoryOrder.uninitialized(cotangent);
    new Operation("divide_no_nan", List.of())
        .run(
            List.of(cotangent, Transforms.pow(MemoryOrder.dense(output), norm - 1, true)),
            List.of(factors));
    long places = (long) windows.get(0).kernel() * windows.get(1).kernel();
    INDArray summed =
        new PoolingRule("avgpool2d", windows, DIVIDE_BY_ALL)
            .backward(inputs, output, factors)
            .get(0)
            .muli(places);
    INDArray powers = Transforms.pow(Transforms.abs(plane, true), norm - 2, false);
    return List.of(summed.muli(powers).muli(plane));
  }
}
