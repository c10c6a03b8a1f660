package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes a row of numbers of each image's grid, in the order in which the network has its axes.
 *
 * @param grid the lengths of the axes behind the batch that alone will do; empty if any will
 */
record Flatten(List<Long> grid) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray given = inputs.get(0);
    if (given.rank() == 2) {
      return given;
    }
    if (!grid.isEmpty()) {
      Lengths.require(grid, given);
    }
    return MemoryOrder.dense(given).reshape('c', given.size(0), given.length() / given.size(0));
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(MemoryOrder.dense(cotangent).reshape('c', inputs.get(0).shape()));
  }

  @Override
  public Layout layout(List<Layout> inputs) {
    return Layout.CHANNELS_FIRST;
  }
}
