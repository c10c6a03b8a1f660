package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A rule for {@code [N, W, C]} that is one for {@code [N, W, 1, C]}.
 *
 * @param plane the rule for planes
 */
record Row(LayerRule plane) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    return row(plane.forward(List.of(plane(inputs.get(0)))));
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(
        row(
            plane
                .backward(
                    List.of(plane(inputs.get(0))),
                    plane(MemoryOrder.dense(output)),
                    plane(cotangent))
                .get(0)));
  }

  private static INDArray plane(INDArray row) {
    return row.reshape('c', row.size(0), row.size(1), 1, row.size(2));
  }

  private static INDArray row(INDArray plane) {
    return MemoryOrder.dense(plane).reshape('c', plane.size(0), plane.size(1), plane.size(3));
  }
}
