package io.github.gradcam.tf.internal.layer;

import io.github.gradcam.tf.internal.graph.Axes;
import io.github.gradcam.tf.internal.graph.FlatGraph;
import io.github.gradcam.tf.internal.graph.Node;
import io.github.gradcam.tf.internal.graph.Ref;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.proto.AttrValue;

/**
 * Tells where tensors have their channels: convolutions, pools and batch norms say so, and what
 * works on each number for itself leaves it as it is.
 */
final class AxesFinder {

  private static final Set<String> TELLING =
      Set.of(
          "Conv2D",
          "DepthwiseConv2dNative",
          "Conv2DBackpropInput",
          "Conv3D",
          "Conv3DBackpropInputV2",
          "MaxPool",
          "AvgPool",
          "MaxPool3D",
          "AvgPool3D",
          "FusedBatchNorm",
          "FusedBatchNormV2",
          "FusedBatchNormV3",
          "LRN",
          "ResizeNearestNeighbor",
          "ResizeBilinear",
          "ResizeBicubic",
          "DepthToSpace",
          "SpaceToDepth");

  /** Behind these the axes are others. */
  private static final Set<String> BREAKING =
      Set.of(
          "Reshape",
          "MatMul",
          "BatchMatMul",
          "BatchMatMulV2",
          "Einsum",
          "Shape",
          "Pack",
          "GatherV2",
          "Gather",
          "Unpack",
          "Mean",
          "Max",
          "Sum");

  private static final List<Long> TO_FIRST = List.of(0L, 3L, 1L, 2L);
  private static final List<Long> TO_LAST = List.of(0L, 2L, 3L, 1L);

  private final FlatGraph graph;
  private final Map<String, Axes> found = new HashMap<>();

  private AxesFinder(FlatGraph graph) {
    this.graph = graph;
  }

  /** By tensor. */
  static Map<Ref, Axes> of(FlatGraph graph, Set<String> active) {
    AxesFinder finder = new AxesFinder(graph);
    List<Node> nodes = new ArrayList<>(graph.nodes().values());
    nodes.removeIf(node -> !active.contains(node.name()));
    nodes.forEach(finder::forward);
    Collections.reverse(nodes);
    nodes.forEach(finder::backward);
    // What only the way back has told may go on forward.
    Collections.reverse(nodes);
    nodes.forEach(finder::forward);
    Map<Ref, Axes> axes = new HashMap<>();
    nodes.forEach(
        node -> {
          Axes known = finder.found.get(node.name());
          if (known != null) {
            axes.put(node.first(), known);
          }
        });
    return axes;
  }

  private void forward(Node node) {
    if (found.containsKey(node.name())) {
      return;
    }
    Optional<Axes> told = told(node).or(() -> turned(node, true));
    if (told.isEmpty() && !isBreaking(node)) {
      for (Ref read : node.inputs()) {
        told = told.or(() -> Optional.ofNullable(found.get(read.node())));
      }
    }
    told.ifPresent(axes -> found.put(node.name(), axes));
  }

  private void backward(Node node) {
    Optional<Axes> wanted =
        told(node)
            .or(() -> turned(node, false))
            .or(
                () ->
                    isBreaking(node)
                        ? Optional.empty()
                        : Optional.ofNullable(found.get(node.name())));
    wanted.ifPresent(axes -> node.inputs().forEach(read -> found.putIfAbsent(read.node(), axes)));
  }

  private static boolean isBreaking(Node node) {
    return BREAKING.contains(node.op()) || node.op().equals("Transpose");
  }

  private static Optional<Axes> told(Node node) {
    return TELLING.contains(node.op())
        ? Optional.of(
            node.text("data_format").orElse("NHWC").startsWith("NC")
                ? Axes.CHANNELS_FIRST
                : Axes.CHANNELS_LAST)
        : Optional.empty();
  }

  /** What a turn of the axes gives, or what it takes. */
  private Optional<Axes> turned(Node node, boolean gives) {
    if (!node.op().equals("Transpose") || node.inputs().size() < 2) {
      return Optional.empty();
    }
    List<Long> order = constant(graph.node(node.inputs().get(1)));
    if (order.equals(TO_FIRST)) {
      return Optional.of(gives ? Axes.CHANNELS_FIRST : Axes.CHANNELS_LAST);
    }
    return order.equals(TO_LAST)
        ? Optional.of(gives ? Axes.CHANNELS_LAST : Axes.CHANNELS_FIRST)
        : Optional.empty();
  }

  private static List<Long> constant(Node node) {
    AttrValue value = node.attributes().get("value");
    return value == null ? List.of() : Constants.integers(value.getTensor());
  }
}
