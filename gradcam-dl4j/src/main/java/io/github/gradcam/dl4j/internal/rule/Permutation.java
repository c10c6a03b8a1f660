package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Axes in another order.
 *
 * @param axes which of the given axes stands at each place, the batch among them
 */
record Permutation(List<Integer> axes) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray given = inputs.get(0);
    if (given.rank() != axes.size()) {
      throw new IllegalArgumentException(
          "it takes " + axes.size() + " axes, and is given " + Arrays.toString(given.shape()));
    }
    return given.permute(axes.stream().mapToInt(Integer::intValue).toArray());
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(cotangent.permute(IntStream.range(0, axes.size()).map(axes::indexOf).toArray()));
  }

  @Override
  public Layout layout(List<Layout> inputs) {
    int last = axes.size() - 1;
    int channels = axes.indexOf(inputs.get(0) == Layout.CHANNELS_FIRST ? 1 : last);
    return channels == last && last > 1 ? Layout.CHANNELS_LAST : Layout.CHANNELS_FIRST;
  }
}
