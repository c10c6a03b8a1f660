package io.github.gradcam.tf.internal.layer;

import io.github.gradcam.tf.internal.graph.FlatGraph;
import io.github.gradcam.tf.internal.graph.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the names of variables tell: {@code block5_conv3/kernel} belongs to a layer {@code
 * block5_conv3}, whatever the scope is called in which it is read.
 *
 * @param scopes the scopes of layers that have variables
 * @param numbered whether each scope carries the number of its call, as Keras 3 writes them: the
 *     layer {@code relu} is called in the scopes {@code relu_1} and {@code relu_3}
 */
record Confirmed(Set<String> scopes, boolean numbered) {

  private static final Pattern NUMBER = Pattern.compile("_\\d+$");

  /** Reads the variables of a network. */
  static Confirmed of(FlatGraph graph, Scopes scopes, Set<String> active) {
    Set<String> found = new HashSet<>();
    int plain = 0;
    int numbered = 0;
    for (Node node : graph.nodes().values()) {
      Optional<String> layer = layerOf(graph, node);
      if (layer.isEmpty()) {
        continue;
      }
      List<String> around = scopes.of(node);
      for (int i = around.size() - 1; i >= 0; i--) {
        String last = Scopes.last(around.get(i));
        boolean same = last.equals(layer.get());
        if (same || unnumbered(last).equals(layer.get())) {
          plain += same ? 1 : 0;
          numbered += same ? 0 : 1;
          found.add(around.get(i));
          break;
        }
      }
    }
    boolean votes = plain + numbered > 0;
    return new Confirmed(found, votes ? numbered > plain : allNumbered(graph, scopes, active));
  }

  /** The layer to which the variable belongs that a node reads. */
  private static Optional<String> layerOf(FlatGraph graph, Node node) {
    if (!node.op().equals("ReadVariableOp") || node.inputs().isEmpty()) {
      return Optional.empty();
    }
    String[] parts = graph.node(node.inputs().get(0)).text("shared_name").orElse("").split("/", -1);
    return parts.length < 2 ? Optional.empty() : Optional.of(parts[parts.length - 2]);
  }

  /** Without variables, as in a frozen graph: whether every scope ends in a number. */
  private static boolean allNumbered(FlatGraph graph, Scopes scopes, Set<String> active) {
    if (scopes.root().isEmpty() || !NUMBER.matcher(scopes.root().get()).find()) {
      return false;
    }
    return graph.nodes().values().stream()
        .filter(node -> active.contains(node.name()))
        .map(scopes::of)
        .filter(around -> !around.isEmpty())
        .allMatch(around -> NUMBER.matcher(Scopes.last(around.get(0))).find());
  }

  /** A part of a scope without the number of its call. */
  static String unnumbered(String part) {
    return NUMBER.matcher(part).replaceFirst("");
  }

  /** The path of a scope as the framework's users know it. */
  String path(String scope) {
    if (!numbered) {
      return scope;
    }
    String[] parts = scope.split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      parts[i] = unnumbered(parts[i]);
    }
    return String.join("/", parts);
  }
}
