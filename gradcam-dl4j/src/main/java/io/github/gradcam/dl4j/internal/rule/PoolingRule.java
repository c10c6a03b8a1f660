package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes one number of each of a grid's windows, channel by channel, over {@code [N, …, C]}.
 *
 * @param operation the engine's name
 * @param windows along each axis
 * @param extra what the operation wants to know besides
 */
record PoolingRule(String operation, List<Window> windows, int extra) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray grid = inputs.get(0);
    long[] shape = grid.shape().clone();
    for (int axis = 0; axis < windows.size(); axis++) {
      shape[axis + 1] = windows.get(axis).outputs(shape[axis + 1]);
    }
    return operation(operation).run(List.of(grid), shape);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(
        operation(operation + "_bp").run(List.of(inputs.get(0), cotangent), inputs.get(0).shape()));
  }

  private Operation operation(String name) {
    return new Operation(
        name,
        Stream.concat(
                Window.integers(windows.toArray(Window[]::new)).stream(),
                Stream.of(windows.get(0).code(), extra, Window.CHANNELS_LAST))
            .toList());
  }
}
