package io.github.gradcam.dl4j;

import io.github.gradcam.tck.FixtureNetwork;
import io.github.gradcam.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The kit's networks as graphs of Deeplearning4j.
 *
 * @param format where grids have their channels
 */
record KitNetwork(CNN2DFormat format) {

  ComputationGraph graph(FixtureNetwork network) {
    ComputationGraph graph = new ComputationGraph(configuration(network));
    graph.init();
    network.weights().forEach((name, values) -> fill(graph, network, name, values));
    return graph;
  }

  private ComputationGraphConfiguration configuration(FixtureNetwork network) {
    ComputationGraphConfiguration.GraphBuilder graph =
        new NeuralNetConfiguration.Builder().seed(1).graphBuilder().addInputs("image");
    int[] lengths = network.input().toArray();
    switch (network) {
      case CLOSED_FORM -> closedForm(graph);
      case REFERENCE -> reference(graph);
      case RESIDUAL -> residual(graph);
    }
    return graph
        .setInputTypes(InputType.convolutional(lengths[1], lengths[2], lengths[0], format))
        .setOutputs("fc")
        .build();
  }

  private void closedForm(ComputationGraphConfiguration.GraphBuilder graph) {
    graph
        .addLayer(
            "conv",
            new ConvolutionLayer.Builder(2, 2)
                .stride(2, 2)
                .nOut(2)
                .dataFormat(format)
                .activation(Activation.IDENTITY)
                .build(),
            "image")
        .addLayer("relu", relu(), "conv")
        .addLayer("average", average(), "relu")
        .addVertex("pool", grid(2), "average")
        .addLayer("fc", scores(3), new CnnToFeedForwardPreProcessor(1, 1, 2, format), "pool");
  }

  private void reference(ComputationGraphConfiguration.GraphBuilder graph) {
    int[] widths = {8, 16, 32, 32};
    String below = "image";
    for (int i = 1; i <= widths.length; i++) {
      graph
          .addLayer("conv" + i, convolution(widths[i - 1], true), below)
          .addLayer("relu" + i, relu(), "conv" + i);
      below = "relu" + i;
      if (i > 1) {
        graph.addLayer("pool" + (i - 1), maximum(), below);
        below = "pool" + (i - 1);
      }
    }
    graph.addLayer("fc", scores(10), below);
  }

  private void residual(ComputationGraphConfiguration.GraphBuilder graph) {
    graph
        .addLayer("stem", convolution(4, false), "image")
        .addLayer("bn", norm(), "stem")
        .addLayer("relu", relu(), "bn")
        .addLayer("block.conv1", convolution(4, false), "relu")
        .addLayer("block.bn1", norm(), "block.conv1")
        .addLayer("block.relu", relu(), "block.bn1")
        .addLayer("block.conv2", convolution(4, false), "block.relu")
        .addLayer("block.bn2", norm(), "block.conv2")
        .addVertex("add", new ElementWiseVertex(ElementWiseVertex.Op.Add), "block.bn2", "relu")
        .addLayer("block.relu2", relu(), "add")
        .addLayer("average", average(), "block.relu2")
        .addVertex("pool", grid(4), "average")
        .addLayer("dropout", new DropoutLayer(0.5), "pool")
        .addLayer("fc", scores(5), new CnnToFeedForwardPreProcessor(1, 1, 4, format), "dropout");
  }

  private Layer convolution(int outputs, boolean bias) {
    return new ConvolutionLayer.Builder(3, 3)
        .convolutionMode(ConvolutionMode.Same)
        .nOut(outputs)
        .hasBias(bias)
        .dataFormat(format)
        .activation(Activation.IDENTITY)
        .build();
  }

  private static Layer relu() {
    return new ActivationLayer(Activation.RELU);
  }

  private Layer norm() {
    return new BatchNormalization.Builder().eps(1e-5).dataFormat(format).build();
  }

  private Layer maximum() {
    return new SubsamplingLayer.Builder(PoolingType.MAX)
        .kernelSize(2, 2)
        .stride(2, 2)
        .dataFormat(format)
        .build();
  }

  private static Layer average() {
    return new GlobalPoolingLayer.Builder(PoolingType.AVG).build();
  }

  /** A grid of one place. */
  private GraphVertex grid(int channels) {
    return format == CNN2DFormat.NHWC
        ? new ReshapeVertex(-1, 1, 1, channels)
        : new ReshapeVertex(-1, channels, 1, 1);
  }

  private static Layer scores(int classes) {
    return new OutputLayer.Builder(LossFunction.MSE)
        .nOut(classes)
        .activation(Activation.IDENTITY)
        .build();
  }

  private void fill(ComputationGraph graph, FixtureNetwork network, String name, Tensor values) {
    int dot = name.lastIndexOf('.');
    String layer = name.substring(0, dot);
    INDArray given =
        Nd4j.create(
            values.toArray(),
            Arrays.stream(values.shape().toArray()).asLongStream().toArray(),
            'c');
    Map<String, INDArray> table = graph.getLayer(layer).paramTable();
    INDArray target =
        switch (name.substring(dot + 1)) {
          case "weight" -> table.getOrDefault("W", table.get("gamma"));
          case "bias" -> table.getOrDefault("b", table.get("beta"));
          case "running_mean" -> table.get("mean");
          case "running_var" -> table.getOrDefault("var", table.get("log10stdev"));
          default -> throw new IllegalArgumentException(name);
        };
    if (name.endsWith("running_var") && !table.containsKey("var")) {
      given = Transforms.log(given).div(2 * Math.log(10));
    } else if (layer.equals("fc") && given.rank() == 2) {
      given = ordered(network, given).transpose();
    }
    target.assign(given.reshape(target.shape()));
  }

  /** Of a grid with its channels last, Deeplearning4j makes a row in that order. */
  private INDArray ordered(FixtureNetwork network, INDArray weights) {
    return network == FixtureNetwork.REFERENCE && format == CNN2DFormat.NHWC
        ? weights
            .reshape('c', weights.size(0), 32, 4, 4)
            .permute(0, 2, 3, 1)
            .dup('c')
            .reshape('c', weights.size(0), weights.size(1))
        : weights;
  }
}
