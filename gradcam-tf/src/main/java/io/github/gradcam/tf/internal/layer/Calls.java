package io.github.gradcam.tf.internal.layer;

import io.github.gradcam.tf.internal.graph.FlatGraph;
import io.github.gradcam.tf.internal.graph.Node;
import io.github.gradcam.tf.internal.graph.Operations;
import io.github.gradcam.tf.internal.graph.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.proto.DataType;

/**
 * Finds the calls in a scope. Operations of one scope that hang together are one call; a layer that
 * is called twice under one name leaves two such groups.
 */
final class Calls {

  private static final Set<DataType> FLOATS =
      Set.of(DataType.DT_FLOAT, DataType.DT_HALF, DataType.DT_BFLOAT16, DataType.DT_DOUBLE);

  private final FlatGraph graph;
  private final Operations operations;
  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<Ref, List<String>> readers = new HashMap<>();

  Calls(FlatGraph graph, Operations operations, Set<String> active) {
    this.graph = graph;
    this.operations = operations;
    int position = 0;
    for (Node node : graph.nodes().values()) {
      positions.put(node.name(), position++);
      if (active.contains(node.name())) {
        for (Ref read : node.inputs()) {
          readers.computeIfAbsent(read, ref -> new ArrayList<>()).add(node.name());
        }
      }
    }
  }

  /** The calls that a scope's operations, in their order, are parts of. */
  List<Call> in(String scope, List<Node> nodes) {
    List<Call> calls = new ArrayList<>();
    for (List<Node> group : groups(nodes)) {
      Set<String> names = new HashSet<>();
      group.forEach(node -> names.add(node.name()));
      output(group, names)
          .ifPresent(output -> calls.add(new Call(scope, group, names, output, position(output))));
    }
    return calls;
  }

  private int position(Ref ref) {
    return positions.getOrDefault(ref.node(), 0);
  }

  /** The type of a tensor's numbers. */
  DataType type(Ref ref) {
    return operations.type(graph.node(ref), ref.index());
  }

  /** Whether a tensor holds numbers that have gradients. */
  boolean isFloat(Ref ref) {
    return FLOATS.contains(type(ref));
  }

  /** The last tensor that something outside reads. */
  private Optional<Ref> output(List<Node> group, Set<String> names) {
    for (int i = group.size() - 1; i >= 0; i--) {
      for (int index = 0; index < outputs(group.get(i)); index++) {
        Ref ref = new Ref(group.get(i).name(), index);
        boolean leaves =
            ref.equals(graph.output())
                || readers.getOrDefault(ref, List.of()).stream()
                    .anyMatch(reader -> !names.contains(reader));
        if (leaves && isFloat(ref)) {
          return Optional.of(ref);
        }
      }
    }
    return Optional.empty();
  }

  private int outputs(Node node) {
    return operations.outputs(node);
  }

  private List<List<Node>> groups(List<Node> nodes) {
    Map<String, String> above = new HashMap<>();
    nodes.forEach(node -> above.put(node.name(), node.name()));
    for (Node node : nodes) {
      for (Ref read : node.inputs()) {
        if (above.containsKey(read.node())) {
          above.put(top(above, read.node()), top(above, node.name()));
        }
      }
    }
    Map<String, List<Node>> groups = new LinkedHashMap<>();
    for (Node node : nodes) {
      groups.computeIfAbsent(top(above, node.name()), name -> new ArrayList<>()).add(node);
    }
    return List.copyOf(groups.values());
  }

  private static String top(Map<String, String> above, String name) {
    String at = name;
    while (true) {
      String next = above.getOrDefault(at, at);
      if (next.equals(at)) {
        return at;
      }
      // Shortens the way for those who come later.
      above.put(at, above.getOrDefault(next, next));
      at = next;
    }
  }
}
