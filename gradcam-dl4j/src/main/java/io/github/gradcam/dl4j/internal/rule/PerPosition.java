package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Does to the channels at each place of a grid what a rule does to each row of {@code [N, C]}.
 *
 * @param rule the rule
 * @param layout the grid's
 */
public record PerPosition(LayerRule rule, Layout layout) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray grid = Channels.last(inputs.get(0), layout);
    return back(rule.forward(List.of(rows(grid))), grid);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    INDArray grid = Channels.last(inputs.get(0), layout);
    INDArray rows =
        rule.backward(
                List.of(rows(grid)),
                rows(Channels.last(output, layout)),
                rows(Channels.last(cotangent, layout)))
            .get(0);
    return List.of(back(rows, grid));
  }

  private static INDArray rows(INDArray grid) {
    long channels = grid.size(grid.rank() - 1);
    return grid.reshape('c', grid.length() / channels, channels);
  }

  private INDArray back(INDArray rows, INDArray grid) {
    long[] shape = grid.shape().clone();
    shape[shape.length - 1] = rows.size(1);
    return Channels.back(MemoryOrder.dense(rows).reshape('c', shape), layout);
  }

  @Override
  public Layout layout(List<Layout> inputs) {
    return layout;
  }
}
