package io.github.gradcam.dl4j.demo;

import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The network of tools/demo-model as a graph of Deeplearning4j, channels first. A module has the
 * name of what it gives: {@code expand} is the rectifier behind {@code expand/conv} and {@code
 * expand/norm}.
 */
final class DemoNetwork {

  private static final int SIDE = 160;
  private static final int CLASSES = 10;

  private final GraphBuilder graph =
      new NeuralNetConfiguration.Builder().seed(1).graphBuilder().addInputs("photo");
  private String last = "photo";

  private DemoNetwork() {}

  /** The graph with its weights. */
  static ComputationGraph of(Weights weights) {
    ComputationGraph network = new ComputationGraph(new DemoNetwork().configuration());
    network.init();
    for (org.deeplearning4j.nn.api.Layer layer : network.getLayers()) {
      String name = layer.conf().getLayer().getLayerName();
      layer.paramTable().forEach((key, values) -> fill(name, key, values, weights));
    }
    return network;
  }

  private ComputationGraphConfiguration configuration() {
    unit("stem", 32, 3, 2);
    unit("down1", 64, 3, 2);
    block("block1", 64);
    unit("down2", 144, 3, 2);
    block("block2", 144);
    block("block3", 144);
    unit("expand", 256, 1, 1);
    graph
        .addLayer("pool", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), last)
        .addLayer(
            "fc",
            new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build(),
            "pool");
    return graph.setInputTypes(InputType.convolutional(SIDE, SIDE, 3)).setOutputs("fc").build();
  }

  /** Convolution, norm, rectifier. */
  private void unit(String name, int outputs, int kernel, int stride) {
    convolution(name + "/conv", outputs, kernel, stride);
    norm(name + "/norm");
    relu(name);
  }

  /** Two convolutions and a shortcut. */
  private void block(String name, int width) {
    String shortcut = last;
    convolution(name + "/conv1", width, 3, 1);
    norm(name + "/norm1");
    relu(name + "/relu1");
    convolution(name + "/conv2", width, 3, 1);
    norm(name + "/norm2");
    graph.addVertex(name + "/add", new ElementWiseVertex(ElementWiseVertex.Op.Add), last, shortcut);
    last = name + "/add";
    relu(name);
  }

  private void convolution(String name, int outputs, int kernel, int stride) {
    graph.addLayer(
        name,
        new ConvolutionLayer.Builder(kernel, kernel)
            .stride(stride, stride)
            .padding(kernel / 2, kernel / 2)
            .nOut(outputs)
            .hasBias(false)
            .activation(Activation.IDENTITY)
            .build(),
        last);
    last = name;
  }

  private void norm(String name) {
    graph.addLayer(name, new BatchNormalization.Builder().eps(1e-5).useLogStd(false).build(), last);
    last = name;
  }

  private void relu(String name) {
    graph.addLayer(name, new ActivationLayer(Activation.RELU), last);
    last = name;
  }

  private static final Map<String, String> TORCH =
      Map.of(
          "W",
          "weight",
          "b",
          "bias",
          "gamma",
          "weight",
          "beta",
          "bias",
          "mean",
          "running_mean",
          "var",
          "running_var");

  private static void fill(String layer, String key, INDArray values, Weights weights) {
    INDArray given = weights.of(layer.replace('/', '.') + "." + TORCH.get(key));
    boolean dense = key.equals("W") && given.rank() == 2;
    values.assign((dense ? given.transpose() : given).reshape(values.shape()));
  }
}
