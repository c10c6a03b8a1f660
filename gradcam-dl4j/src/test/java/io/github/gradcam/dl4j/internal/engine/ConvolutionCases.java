package io.github.gradcam.dl4j.internal.engine;

import java.util.Arrays;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;

/** Layers that move a kernel over a grid. */
final class ConvolutionCases {

  private ConvolutionCases() {}

  static Stream<NetworkCase> all() {
    return Stream.of(CNN2DFormat.values()).flatMap(ConvolutionCases::planes);
  }

  private static Stream<NetworkCase> planes(CNN2DFormat format) {
    return Stream.of(
        plane(
            "convolution, strided and padded",
            format,
            new ConvolutionLayer.Builder(3, 2)
                .nOut(4)
                .stride(2, 1)
                .padding(1, 2)
                .activation(Activation.TANH)
                .build()),
        plane(
            "convolution, dilated, same",
            format,
            new ConvolutionLayer.Builder(2, 3)
                .nOut(4)
                .dilation(2, 2)
                .convolutionMode(ConvolutionMode.Same)
                .hasBias(false)
                .activation(Activation.RELU)
                .build()));
  }

  private static NetworkCase plane(String name, CNN2DFormat format, Layer... layers) {
    InputType type = InputType.convolutional(7, 6, 3, format);
    Layer[] all = Arrays.copyOf(layers, layers.length + 1);
    all[layers.length] = new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build();
    return NetworkCase.of(
        name + ", " + format,
        () -> Networks.of(type, all),
        () ->
            format == CNN2DFormat.NCHW
                ? Numbers.normal(1, 2, 3, 7, 6)
                : Numbers.normal(1, 2, 7, 6, 3));
  }
}
