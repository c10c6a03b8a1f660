package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Repeats each place of a plane or volume, over {@code [N, …, C]}.
 *
 * @param times how often, along each axis
 */
record UpsamplingRule(List<Integer> times) implements LayerRule {

  private static final int CHANNELS_LAST = 0;

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray grid = inputs.get(0);
    long[] shape = grid.shape().clone();
    for (int axis = 0; axis < times.size(); axis++) {
      shape[axis + 1] *= times.get(axis);
    }
    List<Integer> integers = Stream.concat(times.stream(), Stream.of(CHANNELS_LAST)).toList();
    return new Operation("upsampling" + times.size() + "d", integers).run(List.of(grid), shape);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    INDArray grid = inputs.get(0);
    long[] apart = new long[grid.rank() + times.size()];
    int[] repeated = new int[times.size()];
    apart[0] = grid.size(0);
    for (int axis = 0; axis < times.size(); axis++) {
      repeated[axis] = 2 * axis + 2;
      apart[2 * axis + 1] = grid.size(axis + 1);
      apart[2 * axis + 2] = times.get(axis);
    }
    apart[apart.length - 1] = grid.size(grid.rank() - 1);
    return List.of(MemoryOrder.dense(cotangent.reshape('c', apart).sum(repeated)));
  }
}
