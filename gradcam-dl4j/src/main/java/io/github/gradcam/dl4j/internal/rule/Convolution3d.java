package io.github.gradcam.dl4j.internal.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A convolution over volumes.
 *
 * @param weights {@code [kD, kH, kW, in, out]}
 * @param bias {@code [1, out]}, if there is one
 * @param windows how the kernel moves along each axis, without padding
 */
record Convolution3d(INDArray weights, Optional<INDArray> bias, List<Window> windows)
    implements Convolution {

  static Convolution of(INDArray weights, Optional<INDArray> bias, List<Window> windows) {
    List<Window> spread = windows.stream().map(Window::spread).toList();
    return new Fitted(
        new Convolution3d(
            Kernels.spread(weights, 0, windows),
            bias,
            spread.stream().map(Window::unpadded).toList()),
        spread);
  }

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray volume = inputs.get(0);
    Convolution.requireChannels(volume, weights.size(3));
    List<INDArray> arguments = new ArrayList<>(List.of(volume, weights));
    bias.ifPresent(arguments::add);
    return operation("conv3dnew")
        .run(
            arguments,
            volume.size(0),
            windows.get(0).outputs(volume.size(1)),
            windows.get(1).outputs(volume.size(2)),
            windows.get(2).outputs(volume.size(3)),
            weights.size(4));
  }

  @Override
  public INDArray transposed(INDArray cotangent, long... shape) {
    INDArray volume = Nd4j.createUninitialized(cotangent.dataType(), shape, 'c');
    // The engine's own way back computes the weights' gradient as well.
    operation("deconv3d").run(List.of(cotangent, weights), List.of(volume));
    return volume;
  }

  private Operation operation(String name) {
    return new Operation(
        name,
        Stream.concat(
                Window.integers(windows.toArray(Window[]::new)).stream(),
                Stream.of(windows.get(0).code(), Window.CHANNELS_LAST))
            .toList());
  }
}
