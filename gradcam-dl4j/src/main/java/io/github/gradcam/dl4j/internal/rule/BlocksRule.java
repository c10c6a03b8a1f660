package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes channels of each square of places, over {@code [N, H, W, C]}.
 *
 * @param side of the square
 */
record BlocksRule(int side) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray plane = inputs.get(0);
    if (plane.size(1) % side != 0 || plane.size(2) % side != 0) {
      throw new IllegalArgumentException(
          "squares of " + side + " places do not fit into " + Arrays.toString(plane.shape()));
    }
    long[] shape = {
      plane.size(0), plane.size(1) / side, plane.size(2) / side, plane.size(3) * side * side
    };
    return operation("space_to_depth").run(List.of(plane), shape);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(
        operation("depth_to_space").run(List.of(cotangent), inputs.get(0).shape().clone()));
  }

  private Operation operation(String name) {
    return new Operation(name, List.of(side, Window.CHANNELS_LAST));
  }
}
