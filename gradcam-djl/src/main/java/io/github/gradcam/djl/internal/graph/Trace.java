package io.github.gradcam.djl.internal.graph;

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
    Set<Node> behind = new HashSet<>(Set.of(target));
    for (Node node : nodes) {
      if (node.reads().stream().anyMatch(behind::contains)) {
        behind.add(node);
        if (node instanceof Node.Operator operator && !operator.isSmooth()) {
          return Optional.of("torch." + operator.name());
        }
      }
    }
    return Optional.of(end).filter(unknown -> !unknown.isEmpty());
  }
}
