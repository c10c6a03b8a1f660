package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A convolution over height and width, through the operation for which the engine has oneDNN.
 *
 * @param weights {@code [out, in, kH, kW]}
 * @param bias {@code [1, out]}, if there is one
 * @param height how the kernel moves down
 * @param width how it moves to the right
 * @param layout the network's
 */
record Convolution2dRule(
    INDArray weights, Optional<INDArray> bias, Window height, Window width, Layout layout)
    implements LayerRule {

  /** The weights' axes are {@code [out, in, kH, kW]}. */
  private static final int WEIGHTS_OUT_IN = 1;

  private static final int CHANNELS_LAST = 1;

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray image = Channels.last(inputs.get(0), layout);
    requireChannels(image.size(3));
    INDArray output =
        Nd4j.createUninitialized(
            image.dataType(),
            new long[] {
              image.size(0),
              height.outputs(image.size(1)),
              width.outputs(image.size(2)),
              weights.size(0)
            },
            'c');
    List<INDArray> arguments = new ArrayList<>(List.of(image, weights));
    bias.ifPresent(arguments::add);
    run("conv2d", arguments, output);
    return Channels.back(output, layout);
  }

  private void requireChannels(long given) {
    if (given != weights.size(1)) {
      throw new IllegalArgumentException(
          "it takes " + weights.size(1) + " channels, and is given " + given);
    }
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    INDArray image = Channels.lastView(inputs.get(0), layout);
    INDArray result = Nd4j.createUninitialized(image.dataType(), image.shape(), 'c');
    INDArray lengths = Nd4j.createFromArray(image.shape());
    run("conv2d_input_bp", List.of(lengths, weights, Channels.last(cotangent, layout)), result);
    return List.of(Channels.back(result, layout));
  }

  private void run(String operation, List<INDArray> arguments, INDArray output) {
    Nd4j.getExecutioner()
        .exec(
            DynamicCustomOp.builder(operation)
                .addInputs(arguments.toArray(INDArray[]::new))
                .addOutputs(output)
                .addIntegerArguments(
                    height.kernel(),
                    width.kernel(),
                    height.stride(),
                    width.stride(),
                    height.padding(),
                    width.padding(),
                    height.dilation(),
                    width.dilation(),
                    height.code(),
                    CHANNELS_LAST,
                    WEIGHTS_OUT_IN)
                .build());
  }

  @Override
  public Layout layout(List<Layout> inputs) {
    return layout;
  }
}
