package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes a row of every step of a series: {@code [T · N, C]}, all images' first steps first. What is
 * a row already is passed on.
 *
 * @param layout where the series has the channels
 */
record Fold(Layout layout) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray given = inputs.get(0);
    if (given.rank() == 2) {
      return given;
    } else if (given.rank() != 3) {
      throw new IllegalArgumentException(
          "it takes a series, and is given " + Arrays.toString(given.shape()));
    }
    return folded(given, layout);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    INDArray given = inputs.get(0);
    return List.of(given.rank() == 2 ? cotangent : unfolded(cotangent, given.size(0), layout));
  }

  @Override
  public Layout layout(List<Layout> inputs) {
    return Layout.CHANNELS_FIRST;
  }

  /** From a series to rows. */
  static INDArray folded(INDArray series, Layout layout) {
    INDArray steps =
        layout == Layout.CHANNELS_FIRST ? series.permute(2, 0, 1) : series.permute(1, 0, 2);
    return MemoryOrder.dense(steps).reshape('c', steps.size(0) * steps.size(1), steps.size(2));
  }

  /** From rows to a series. */
  static INDArray unfolded(INDArray rows, long images, Layout layout) {
    INDArray steps =
        MemoryOrder.dense(rows).reshape('c', rows.size(0) / images, images, rows.size(1));
    return layout == Layout.CHANNELS_FIRST ? steps.permute(1, 2, 0) : steps.permute(1, 0, 2);
  }
}
