package io.github.gradcam.djl.internal.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a network computes, as far as its source could be followed.
 *
 * @param nodes all tensors, in the order of their computation; compared by identity
 * @param outputs by number, the tensor that a call put out when it was done
 * @param end why the trace ended before the network did, or an empty string
 */
public record Trace(List<Node> nodes, Map<Integer, Node> outputs, String end) {

  /** What behind a tensor may turn rounding into something else; empty if nothing does. */
  public Optional<String> kinkBehind(Node target) {
    return behind(target).stream()
        .filter(node -> node instanceof Node.Operator operator && !operator.isSmooth())
        .map(node -> "torch." + ((Node.Operator) node).name())
        .findFirst()
        .or(() -> Optional.of(end).filter(unknown -> !unknown.isEmpty()));
  }

  /**
   * Where the matrices are stored that a gradient meets on its way to a tensor; empty if it meets
   * anything but matrices and operators that are light beside them, or if that is not known.
   */
  public Set<String> matricesBehind(Node target) {
    Set<String> matrices = new HashSet<>();
    for (Node node : behind(target)) {
      if (!(node instanceof Node.Operator operator) || !operator.isLightOrMatrix()) {
        return Set.of();
      }
      operator.stored().forEach(matrices::add);
    }
    return end.isEmpty() ? matrices : Set.of();
  }

  private List<Node> behind(Node target) {
    Set<Node> reached = new HashSet<>(Set.of(target));
    List<Node> behind = new ArrayList<>();
    for (Node node : nodes) {
      if (node.reads().stream().anyMatch(reached::contains)) {
        reached.add(node);
        behind.add(node);
      }
    }
    return behind;
  }
}
