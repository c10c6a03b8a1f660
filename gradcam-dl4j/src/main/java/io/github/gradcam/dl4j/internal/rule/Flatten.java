package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Makes a row of numbers of each image's grid, in the order in which the network has its axes. */
record Flatten() implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray grid = MemoryOrder.dense(inputs.get(0));
    return grid.rank() == 2 ? grid : grid.reshape('c', grid.size(0), grid.length() / grid.size(0));
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
