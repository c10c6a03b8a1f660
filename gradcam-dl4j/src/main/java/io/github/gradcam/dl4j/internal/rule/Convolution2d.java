package io.github.gradcam.dl4j.internal.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A convolution over height and width, through the operation for which the engine has oneDNN.
 *
 * @param weights {@code [out, in, kH, kW]}
 * @param bias {@code [1, out]}, if there is one
 * @param height how the kernel moves down
 * @param width how it moves to the right
 * @param turned the weights for the way back
 */
record Convolution2d(
    INDArray weights, Optional<INDArray> bias, Window height, Window width, TurnedKernel turned)
    implements Convolution {

  /** The weights' axes are {@code [out, in, kH, kW]}. */
  private static final int WEIGHTS_OUT_IN = 1;

  static Convolution of(INDArray weights, Optional<INDArray> bias, List<Window> windows) {
    if (Phased.fits(windows)) {
      return Phased.of(
          new Convolution2d(
              weights,
              bias,
              windows.get(0).plain(),
              windows.get(1).plain(),
              new TurnedKernel(weights)),
          windows);
    }
    INDArray kernel = Kernels.spread(weights, 2, windows);
    TurnedKernel turned = new TurnedKernel(kernel);
    Window height = windows.get(0).spread();
    Window width = windows.get(1).spread();
    return height.isCausal() || width.isCausal()
        ? new Fitted(
            new Convolution2d(kernel, bias, height.unpadded(), width.unpadded(), turned),
            List.of(height, width))
        : new Convolution2d(kernel, bias, height, width, turned);
  }

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray image = inputs.get(0);
    Convolution.requireChannels(image, weights.size(1));
    List<INDArray> arguments = new ArrayList<>(List.of(image, weights));
    bias.ifPresent(arguments::add);
    return operation("conv2d", height, width)
        .run(
            arguments,
            image.size(0),
            height.outputs(image.size(1)),
            width.outputs(image.size(2)),
            weights.size(0));
  }

  @Override
  public INDArray transposed(INDArray cotangent, long... shape) {
    Optional<Window> up = height.back(shape[1]);
    Optional<Window> left = width.back(shape[2]);
    return up.isPresent() && left.isPresent()
        ? operation("conv2d", up.get(), left.get()).run(List.of(cotangent, turned.get()), shape)
        : stepped(cotangent, shape);
  }

  private INDArray stepped(INDArray cotangent, long... shape) {
    INDArray image = Nd4j.createUninitialized(cotangent.dataType(), shape, 'c');
    operation("conv2d_input_bp", height, width)
        .run(List.of(Nd4j.createFromArray(shape), weights, cotangent), List.of(image));
    return image;
  }

  private static Operation operation(String name, Window height, Window width) {
    return new Operation(
        name,
        Stream.concat(
                Window.integers(height, width).stream(),
                Stream.of(height.code(), Window.CHANNELS_LAST, WEIGHTS_OUT_IN))
            .toList());
  }
}
