package io.github.gradcam.dl4j.internal.engine;

import java.util.Arrays;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.Convolution1D;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;

/** Layers that move a kernel over a grid. */
final class ConvolutionCases {

  private ConvolutionCases() {}

  static Stream<NetworkCase> all() {
    return Stream.of(
            Arrays.stream(CNN2DFormat.values()).flatMap(ConvolutionCases::planes),
            Arrays.stream(RNNFormat.values()).flatMap(ConvolutionCases::rows),
            Arrays.stream(Convolution3D.DataFormat.values()).flatMap(ConvolutionCases::volumes))
        .flatMap(cases -> cases);
  }

  private static Stream<NetworkCase> planes(CNN2DFormat format) {
    return Stream.of(plain(format), channelwise(format), backwards(format)).flatMap(cases -> cases);
  }

  private static Stream<NetworkCase> plain(CNN2DFormat format) {
    return Stream.of(
        Grids.plane(
            "convolution, strided and padded",
            format,
            new ConvolutionLayer.Builder(3, 2)
                .nOut(4)
                .stride(2, 3)
                .padding(1, 2)
                .activation(Activation.TANH)
                .build()),
        Grids.plane(
            "convolution, same, strided, even kernel",
            format,
            new Convolution2D.Builder(2, 4)
                .nOut(4)
                .stride(3, 1)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.RELU)
                .build()),
        Grids.plane(
            "convolution, same, dilated, no bias",
            format,
            new ConvolutionLayer.Builder(2, 3)
                .nOut(4)
                .dilation(2, 2)
                .convolutionMode(ConvolutionMode.Same)
                .hasBias(false)
                .activation(Activation.RELU)
                .build()),
        Grids.plane(
            "convolution, dilated, strided and padded",
            format,
            new ConvolutionLayer.Builder(2, 3)
                .nOut(4)
                .dilation(3, 2)
                .stride(1, 2)
                .padding(2, 1)
                .activation(Activation.IDENTITY)
                .build()),
        Grids.plane(
            "convolutions of many channels, pooled",
            format,
            new ConvolutionLayer.Builder(3, 3)
                .nOut(16)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.TANH)
                .build(),
            new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 2})
                .stride(2, 2)
                .build(),
            new ConvolutionLayer.Builder(3, 3)
                .nOut(32)
                .padding(1, 1)
                .stride(2, 2)
                .activation(Activation.TANH)
                .build()),
        Grids.plane(
            "convolution, strict",
            format,
            new ConvolutionLayer.Builder(3, 2)
                .nOut(2)
                .stride(2, 2)
                .convolutionMode(ConvolutionMode.Strict)
                .activation(Activation.TANH)
                .build()));
  }

  private static Stream<NetworkCase> channelwise(CNN2DFormat format) {
    return Stream.of(
        Grids.plane(
            "depthwise convolution, two for each channel",
            format,
            new DepthwiseConvolution2D.Builder(3, 2)
                .nOut(6)
                .depthMultiplier(2)
                .stride(2, 1)
                .padding(1, 0)
                .activation(Activation.TANH)
                .build()),
        Grids.plane(
            "depthwise convolution, same, dilated, no bias",
            format,
            new DepthwiseConvolution2D.Builder(2, 3)
                .nOut(3)
                .dilation(2, 1)
                .convolutionMode(ConvolutionMode.Same)
                .hasBias(false)
                .activation(Activation.RELU)
                .build()),
        Grids.plane(
            "separable convolution, two for each channel",
            format,
            new SeparableConvolution2D.Builder(3, 2)
                .nOut(4)
                .depthMultiplier(2)
                .stride(2, 1)
                .padding(1, 1)
                .activation(Activation.TANH)
                .build()),
        Grids.plane(
            "separable convolution, same, no bias",
            format,
            new SeparableConvolution2D.Builder(3, 3)
                .nOut(4)
                .convolutionMode(ConvolutionMode.Same)
                .hasBias(false)
                .activation(Activation.TANH)
                .build()));
  }

  private static Stream<NetworkCase> backwards(CNN2DFormat format) {
    return Stream.of(
        Grids.plane(
            "deconvolution, strided and padded",
            format,
            new Deconvolution2D.Builder(3, 2)
                .nOut(2)
                .stride(2, 3)
                .padding(1, 0)
                .activation(Activation.TANH)
                .build()),
        Grids.plane(
            "deconvolution, same, no bias",
            format,
            new Deconvolution2D.Builder(3, 3)
                .nOut(2)
                .stride(2, 1)
                .convolutionMode(ConvolutionMode.Same)
                .hasBias(false)
                .activation(Activation.RELU)
                .build()));
  }

  private static Stream<NetworkCase> rows(RNNFormat format) {
    return Stream.of(
        Grids.row(
            "1-D convolution, strided and padded",
            format,
            4,
            new Convolution1DLayer.Builder(3)
                .nIn(3)
                .nOut(4)
                .rnnDataFormat(format)
                .stride(2)
                .padding(1)
                .activation(Activation.TANH)
                .build()),
        Grids.row(
            "1-D convolution, same, dilated, no bias",
            format,
            4,
            new Convolution1D.Builder(2)
                .nIn(3)
                .nOut(4)
                .rnnDataFormat(format)
                .dilation(2)
                .convolutionMode(ConvolutionMode.Same)
                .hasBias(false)
                .activation(Activation.RELU)
                .build()),
        Grids.row(
            "1-D convolution, causal, dilated",
            format,
            4,
            new Convolution1D.Builder(3)
                .nIn(3)
                .nOut(4)
                .rnnDataFormat(format)
                .dilation(2)
                .convolutionMode(ConvolutionMode.Causal)
                .activation(Activation.TANH)
                .build()),
        Grids.row(
            "1-D convolution, causal, strided",
            format,
            4,
            new Convolution1D.Builder(3)
                .nIn(3)
                .nOut(4)
                .rnnDataFormat(format)
                .stride(2)
                .convolutionMode(ConvolutionMode.Causal)
                .activation(Activation.TANH)
                .build()));
  }

  private static Stream<NetworkCase> volumes(Convolution3D.DataFormat format) {
    return Stream.of(
        Grids.volume(
            "3-D convolution, strided and padded",
            format,
            2,
            new Convolution3D.Builder(3, 2, 2)
                .nIn(3)
                .nOut(2)
                .stride(2, 1, 3)
                .padding(1, 1, 0)
                .dataFormat(format)
                .activation(Activation.TANH)
                .build()),
        Grids.volume(
            "3-D convolution, same, dilated, no bias",
            format,
            2,
            new Convolution3D.Builder(2, 3, 2)
                .nIn(3)
                .nOut(2)
                .dilation(2, 1, 2)
                .convolutionMode(ConvolutionMode.Same)
                .hasBias(false)
                .dataFormat(format)
                .activation(Activation.SIGMOID)
                .build()),
        Grids.volume(
            "3-D deconvolution, strided and padded",
            format,
            2,
            new Deconvolution3D.Builder()
                .kernelSize(3, 2, 2)
                .nIn(3)
                .nOut(2)
                .stride(2, 1, 2)
                .padding(1, 0, 1)
                .dataFormat(format)
                .activation(Activation.TANH)
                .build()),
        Grids.volume(
            "3-D deconvolution, same",
            format,
            2,
            new Deconvolution3D.Builder()
                .kernelSize(3, 2, 3)
                .nIn(3)
                .nOut(2)
                .stride(2, 1, 1)
                .convolutionMode(ConvolutionMode.Same)
                .dataFormat(format)
                .activation(Activation.TANH)
                .build()));
  }
}
