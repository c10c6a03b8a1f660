package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Lets a rule for {@code [N, …, C]} compute in a network of any layout.
 *
 * @param rule the rule, whose arrays are without gaps
 * @param layout the network's
 * @param rank of the arrays
 */
record ChannelsLast(LayerRule rule, Layout layout, int rank) implements SharedWeights {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray input = inputs.get(0);
    if (input.rank() != rank) {
      throw new IllegalArgumentException(
          "it takes arrays of rank " + rank + ", and is given " + Arrays.toString(input.shape()));
    }
    return Channels.back(rule.forward(last(input)), layout);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return backwards(inputs, output, List.of(cotangent)).get(0);
  }

  @Override
  public List<List<INDArray>> backwards(
      List<INDArray> inputs, INDArray output, List<INDArray> cotangents) {
    return SharedWeights.through(
            rule,
            last(inputs.get(0)),
            Channels.lastView(output, layout),
            cotangents.stream().map(each -> Channels.last(each, layout)).toList())
        .stream()
        .map(back -> List.of(Channels.back(back.get(0), layout)))
        .toList();
  }

  private List<INDArray> last(INDArray input) {
    return List.of(Channels.last(input, layout));
  }

  @Override
  public Layout layout(List<Layout> inputs) {
    return layout;
  }
}
