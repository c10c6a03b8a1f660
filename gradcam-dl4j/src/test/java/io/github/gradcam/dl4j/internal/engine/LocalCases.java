package io.github.gradcam.dl4j.internal.engine;

import java.util.Arrays;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.nd4j.linalg.activations.Activation;

/** Layers that have weights of their own for each place to which a kernel moves. */
final class LocalCases {

  private LocalCases() {}

  static Stream<NetworkCase> all() {
    return Stream.concat(Arrays.stream(CNN2DFormat.values()).flatMap(LocalCases::planes), rows());
  }

  private static Stream<NetworkCase> planes(CNN2DFormat format) {
    return Stream.of(
        Grids.plane(
            "locally connected, strided and padded",
            format,
            new LocallyConnected2D.Builder()
                .nOut(2)
                .kernelSize(3, 2)
                .stride(2, 1)
                .padding(1, 1)
                .convolutionMode(ConvolutionMode.Truncate)
                .hasBias(true)
                .dataFormat(format)
                .activation(Activation.TANH)
                .build()),
        Grids.plane(
            "locally connected, same, no bias",
            format,
            new LocallyConnected2D.Builder()
                .nOut(2)
                .kernelSize(2, 3)
                .stride(2, 2)
                .convolutionMode(ConvolutionMode.Same)
                .hasBias(false)
                .dataFormat(format)
                .activation(Activation.RELU)
                .build()));
  }

  private static Stream<NetworkCase> rows() {
    InputType row = InputType.recurrent(3, 9, RNNFormat.NCW);
    return Stream.of(
        NetworkCase.of(
            "1-D locally connected, strided and padded",
            () ->
                Networks.of(
                    row,
                    new LocallyConnected1D.Builder()
                        .nOut(2)
                        .kernelSize(3)
                        .stride(2)
                        .padding(1)
                        .convolutionMode(ConvolutionMode.Truncate)
                        .hasBias(true)
                        .activation(Activation.TANH)
                        .build(),
                    Grids.places(2, RNNFormat.NCW)),
            () -> Numbers.normal(1, 2, 3, 9)),
        NetworkCase.of(
            "1-D locally connected, same",
            () ->
                Networks.of(
                    row,
                    new LocallyConnected1D.Builder()
                        .nOut(2)
                        .kernelSize(2)
                        .stride(2)
                        .convolutionMode(ConvolutionMode.Same)
                        .hasBias(false)
                        .activation(Activation.TANH)
                        .build(),
                    Grids.places(2, RNNFormat.NCW)),
            () -> Numbers.normal(1, 2, 3, 9)));
  }
}
