package io.github.gradcam.tck.plain;

import static io.github.gradcam.tck.plain.Graph.value;

import io.github.gradcam.tck.FixtureNetwork;
import io.github.gradcam.tensor.Tensor;
import java.util.Map;

/** The kit's networks, built from its own description and weights. */
final class Graphs {

  private Graphs() {}

  static Graph of(FixtureNetwork network) {
    Map<String, Tensor> w = network.weights();
    return switch (network) {
      case CLOSED_FORM ->
          new Graph()
              .then("conv", new Convolution(value(w, "conv.weight"), w.get("conv.bias"), 2, 0))
              .then("relu", new Relu())
              .then("pool", new AveragePool())
              .then("fc", linear(w));
      case REFERENCE ->
          new Graph()
              .then("conv1", convolution(w, "conv1"))
              .then("relu1", new Relu())
              .then("conv2", convolution(w, "conv2"))
              .then("relu2", new Relu())
              .then("pool1", new MaxPool())
              .then("conv3", convolution(w, "conv3"))
              .then("relu3", new Relu())
              .then("pool2", new MaxPool())
              .then("conv4", convolution(w, "conv4"))
              .then("relu4", new Relu())
              .then("pool3", new MaxPool())
              .then("fc", linear(w));
      case RESIDUAL ->
          new Graph()
              .then("stem", convolution(w, "stem"))
              .then("bn", batchNorm(w, "bn"))
              .then("relu", new Relu())
              .then("block.conv1", convolution(w, "block.conv1"))
              .then("block.bn1", batchNorm(w, "block.bn1"))
              .then("block.relu", new Relu())
              .then("block.conv2", convolution(w, "block.conv2"))
              .then("block.bn2", batchNorm(w, "block.bn2"))
              .plus("relu")
              .then("block.relu#2", new Relu())
              .then("pool", new AveragePool())
              .then("fc", linear(w));
    };
  }

  private static Operation convolution(Map<String, Tensor> w, String name) {
    return new Convolution(value(w, name + ".weight"), w.get(name + ".bias"), 1, 1);
  }

  private static Operation batchNorm(Map<String, Tensor> w, String name) {
    return new BatchNorm(
        value(w, name + ".weight"),
        value(w, name + ".bias"),
        value(w, name + ".running_mean"),
        value(w, name + ".running_var"));
  }

  private static Operation linear(Map<String, Tensor> w) {
    return new Linear(value(w, "fc.weight"), value(w, "fc.bias"));
  }
}
