package io.github.gradcam.dl4j.internal.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A convolution of each channel by itself.
 *
 * @param weights {@code [kH, kW, in, multiplier]}
 * @param bias {@code [1, in · multiplier]}, if there is one
 * @param height how the kernel moves down
 * @param width how it moves to the right
 */
record Depthwise2d(INDArray weights, Optional<INDArray> bias, Window height, Window width)
    implements Convolution {

  static Convolution of(INDArray weights, Optional<INDArray> bias, List<Window> windows) {
    if (Phased.fits(windows)) {
      return Phased.of(
          new Depthwise2d(weights, bias, windows.get(0).plain(), windows.get(1).plain()), windows);
    }
    Window height = windows.get(0).spread();
    Window width = windows.get(1).spread();
    return new Fitted(
        new Depthwise2d(
            Kernels.spread(weights, 0, windows), bias, height.unpadded(), width.unpadded()),
        List.of(height, width));
  }

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray image = inputs.get(0);
    Convolution.requireChannels(image, weights.size(2));
    List<INDArray> arguments = new ArrayList<>(List.of(image, weights));
    bias.ifPresent(arguments::add);
    return operation("depthwise_conv2d")
        .run(
            arguments,
            image.size(0),
            height.outputs(image.size(1)),
            width.outputs(image.size(2)),
            weights.size(2) * weights.size(3));
  }

  @Override
  public INDArray transposed(INDArray cotangent, long... shape) {
    INDArray image = Nd4j.createUninitialized(cotangent.dataType(), shape, 'c');
    // The engine computes the weights' gradient as well, and cannot be asked not to.
    operation("depthwise_conv2d_bp")
        .run(List.of(image.like(), weights, cotangent), List.of(image, weights.ulike()));
    return image;
  }

  private Operation operation(String name) {
    return new Operation(
        name,
        Stream.concat(
                Window.integers(height, width).stream(),
                Stream.of(height.code(), Window.CHANNELS_LAST))
            .toList());
  }
}
