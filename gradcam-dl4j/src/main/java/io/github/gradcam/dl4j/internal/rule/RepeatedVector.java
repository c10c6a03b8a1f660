package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes a row of equal places of each vector.
 *
 * @param times how many
 * @param layout of the row
 */
record RepeatedVector(int times, Layout layout) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray vectors = MemoryOrder.dense(inputs.get(0));
    if (vectors.rank() != 2) {
      throw new IllegalArgumentException(
          "it takes [N, C], and is given " + Arrays.toString(vectors.shape()));
    }
    return layout == Layout.CHANNELS_LAST
        ? vectors.reshape('c', vectors.size(0), 1, vectors.size(1)).repeat(1, times)
        : vectors.reshape('c', vectors.size(0), vectors.size(1), 1).repeat(2, times);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(cotangent.sum(layout == Layout.CHANNELS_LAST ? 1 : 2));
  }

  @Override
  public Layout layout(List<Layout> inputs) {
    return layout;
  }
}
