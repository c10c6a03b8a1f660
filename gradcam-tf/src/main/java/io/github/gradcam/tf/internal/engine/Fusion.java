package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.tf.internal.graph.FlatGraph;
import io.github.gradcam.tf.internal.graph.Node;
import java.util.Set;

/**
 * Tells where the engine's fusing of operations loses tensors. It fuses, among others, a
 * convolution, its bias, a sum and a rectifier, or what a swish is made of, and takes the tensors
 * between them away even where a run asks for one. Which it does depends on the processor, too.
 */
final class Fusion {

  /** The engine leaves alone what a run asks for where a network has nothing but these. */
  private static final Set<String> CAREFUL =
      Set.of(
          "Add",
          "AddV2",
          "AvgPool",
          "BiasAdd",
          "Cast",
          "ConcatV2",
          "Conv2D",
          "DepthwiseConv2dNative",
          "Elu",
          "FusedBatchNorm",
          "FusedBatchNormV2",
          "FusedBatchNormV3",
          "Identity",
          "LeakyRelu",
          "MatMul",
          "Max",
          "MaxPool",
          "Mean",
          "Mul",
          "Pack",
          "Pad",
          "PadV2",
          "Placeholder",
          "RealDiv",
          "Relu",
          "Relu6",
          "Reshape",
          "Shape",
          "Squeeze",
          "StridedSlice",
          "Sub",
          "Sum",
          "Transpose");

  private static final Set<String> SUMS = Set.of("Add", "AddV2");
  private static final Set<String> WEIGHTED =
      Set.of("BiasAdd", "Conv2D", "DepthwiseConv2dNative", "MatMul");

  private Fusion() {}

  /** Whether a tensor of a network may be lost. */
  static boolean mayLoseTensors(FlatGraph network) {
    Set<String> active = network.active();
    return network.nodes().values().stream()
        .filter(node -> active.contains(node.name()))
        .anyMatch(node -> mayLose(network, node));
  }

  private static boolean mayLose(FlatGraph network, Node node) {
    if (!CAREFUL.contains(node.op())) {
      return true;
    } else if (SUMS.contains(node.op())) {
      return reads(network, node, WEIGHTED);
    }
    // A hard swish has this in it.
    return node.op().equals("Mul") && reads(network, node, Set.of("Relu6"));
  }

  private static boolean reads(FlatGraph network, Node node, Set<String> types) {
    return node.inputs().stream()
        .map(network::node)
        .map(source -> behindIdentities(network, source))
        .anyMatch(source -> types.contains(source.op()));
  }

  private static Node behindIdentities(FlatGraph network, Node node) {
    Node source = node;
    while (source.op().equals("Identity")) {
      source = network.node(source.inputs().get(0));
    }
    return source;
  }
}
