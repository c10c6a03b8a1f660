package io.github.gradcam.tf.internal.graph;

import io.github.gradcam.model.OutputKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a final softmax or sigmoid away: walks back from the output through what only passes
 * numbers on, and writes what stood between once more, reading the scores.
 */
public final class LogitFinder {

  private static final Set<String> PASSING =
      Set.of(
          "Identity",
          "IdentityN",
          "Reshape",
          "Squeeze",
          "ExpandDims",
          "Cast",
          "EnsureShape",
          "Transpose");

  /** Whether a class's number depends on those of the others. */
  private static final Map<String, OutputKind> ENDINGS =
      Map.of(
          "Softmax", OutputKind.LOGITS,
          "LogSoftmax", OutputKind.LOGITS,
          "Sigmoid", OutputKind.SIGMOID_LOGITS);

  private LogitFinder() {}

  /**
   * A network that ends in scores.
   *
   * @param graph the network
   * @param kind what its output's numbers are
   * @param ending the softmax or sigmoid that was taken away
   */
  public record Found(FlatGraph graph, OutputKind kind, Optional<Node> ending) {}

  /** Finds the scores. */
  public static Found of(FlatGraph graph) {
    List<Node> between = new ArrayList<>();
    Ref at = graph.output();
    while (true) {
      Node node = graph.node(at);
      OutputKind kind = ENDINGS.get(node.op());
      if (kind != null) {
        Ref scores = node.inputs().get(0);
        return new Found(rewritten(graph, scores, between), kind, Optional.of(node));
      }
      Optional<Ref> written = WrittenSoftmax.scores(graph, node);
      if (written.isPresent()) {
        FlatGraph before = rewritten(graph, written.get(), between);
        return new Found(before, OutputKind.LOGITS, Optional.of(node));
      }
      if (!PASSING.contains(node.op()) || node.inputs().isEmpty()) {
        return new Found(graph, OutputKind.LOGITS, Optional.empty());
      }
      between.add(node);
      at = node.inputs().get(node.op().equals("IdentityN") ? at.index() : 0);
    }
  }

  private static FlatGraph rewritten(FlatGraph graph, Ref before, List<Node> between) {
    List<Node> nodes = new ArrayList<>(graph.nodes().values());
    Ref scores = before;
    Collections.reverse(between);
    for (Node node : between) {
      Node again = again(node, scores);
      nodes.add(again);
      scores = again.first();
    }
    Set<String> needed = graph.with(nodes, scores).leadingTo(scores);
    nodes.removeIf(node -> !needed.contains(node.name()));
    return graph.with(nodes, scores);
  }

  private static Node again(Node node, Ref scores) {
    String name = node.name() + "/of-scores";
    if (node.op().equals("IdentityN")) {
      // Only the one tensor that goes on to the output.
      return new Node(name, node.label(), "Identity", List.of(scores), Map.of());
    }
    List<Ref> inputs = new ArrayList<>(node.inputs());
    inputs.set(0, scores);
    return new Node(name, node.label(), node.op(), inputs, node.attributes());
  }
}
