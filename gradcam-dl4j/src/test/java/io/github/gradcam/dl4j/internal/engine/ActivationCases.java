package io.github.gradcam.dl4j.internal.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationCube;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationThresholdedReLU;

/** Every activation function. */
final class ActivationCases {

  private ActivationCases() {}

  static Stream<NetworkCase> all() {
    IActivation softmax = Activation.SOFTMAX.getActivationFunction();
    return Stream.concat(
        functions().entrySet().stream().map(e -> plane(e.getKey(), e.getValue(), CNN2DFormat.NCHW)),
        Stream.of(
            plane("softmax", softmax, CNN2DFormat.NHWC),
            plane("relu", Activation.RELU.getActivationFunction(), CNN2DFormat.NHWC),
            rows("softmax", softmax),
            series("softmax", softmax)));
  }

  private static Map<String, IActivation> functions() {
    Map<String, IActivation> functions = new LinkedHashMap<>();
    Arrays.stream(Activation.values())
        .forEach(one -> functions.put(one.name().toLowerCase(), one.getActivationFunction()));
    functions.put("elu, another alpha", new ActivationELU(0.3));
    functions.put("gelu, precise", new ActivationGELU(true));
    functions.put("leaky relu, another alpha", new ActivationLReLU(0.2));
    functions.put("randomized relu, other bounds", new ActivationRReLU(-0.3, 0.1));
    functions.put("thresholded relu, another threshold", new ActivationThresholdedReLU(0.3));
    functions.put("relu with a maximum", new ActivationReLU(0.8, null, null));
    functions.put("relu with a maximum of zero and a slope", new ActivationReLU(0.0, null, 0.2));
    functions.put("relu with a threshold", new ActivationReLU(null, 0.3, null));
    functions.put("relu with a threshold below zero", new ActivationReLU(null, -0.4, null));
    functions.put("relu with a slope", new ActivationReLU(null, null, 0.3));
    functions.put("relu with everything", new ActivationReLU(0.9, 0.2, 0.3));
    functions.put("relu as Keras has it", new ActivationReLU(0.7, 0.0, 0.0));
    return functions;
  }

  private static NetworkCase plane(String name, IActivation function, CNN2DFormat format) {
    InputType type = InputType.convolutional(4, 3, 2, format);
    return NetworkCase.of(
        name + " on a grid, " + format,
        () ->
            Networks.of(
                type,
                new ConvolutionLayer.Builder(2, 2).nOut(3).activation(Activation.IDENTITY).build(),
                new ActivationLayer(function),
                output()),
        () ->
            (format == CNN2DFormat.NCHW
                    ? Numbers.normal(1, 2, 2, 4, 3)
                    : Numbers.normal(1, 2, 4, 3, 2))
                .muli(function instanceof ActivationCube ? 0.5 : 2));
  }

  private static NetworkCase rows(String name, IActivation function) {
    return NetworkCase.of(
        name + " on rows",
        () ->
            Networks.of(
                InputType.feedForward(6),
                new DenseLayer.Builder().nOut(8).activation(function).build(),
                new ActivationLayer(function),
                output()),
        () -> Numbers.normal(2, 3, 6));
  }

  private static NetworkCase series(String name, IActivation function) {
    return NetworkCase.of(
        name + " on a series",
        () ->
            Networks.graph(
                InputType.recurrent(3, 4),
                graph ->
                    graph
                        .addLayer("function", new ActivationLayer(function), "in")
                        .addVertex("last", new LastTimeStepVertex("in"), "function")
                        .addLayer("out", output(), "last")
                        .setOutputs("out")),
        () -> Numbers.normal(2, 2, 3, 4));
  }

  private static Layer output() {
    return new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build();
  }
}
