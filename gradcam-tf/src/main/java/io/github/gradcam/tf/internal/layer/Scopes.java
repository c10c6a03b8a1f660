package io.github.gradcam.tf.internal.layer;

import io.github.gradcam.tf.internal.graph.FlatGraph;
import io.github.gradcam.tf.internal.graph.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads scopes from labels. A scope is written as the labels write it, {@code my_net_1/stem_1}.
 *
 * <p>The scope that holds everything is the network's own and no part of a layer's path. A scope
 * with the name of an operation holds only what that operation is made of.
 */
final class Scopes {

  private final Set<String> labels = new HashSet<>();
  private final String root;

  private Scopes(Collection<Node> nodes) {
    nodes.forEach(node -> labels.add(node.label()));
    this.root = "";
  }

  private Scopes(Scopes unrooted, String root) {
    this.labels.addAll(unrooted.labels);
    this.root = root;
  }

  /** The scopes of a network. */
  static Scopes of(FlatGraph graph, Set<String> active) {
    Scopes unrooted = new Scopes(graph.nodes().values());
    Set<String> outermost = new HashSet<>();
    boolean deeper = false;
    for (Node node : graph.nodes().values()) {
      List<String> scopes = unrooted.of(node);
      if (active.contains(node.name()) && !scopes.isEmpty()) {
        outermost.add(scopes.get(0));
        deeper |= scopes.size() > 1;
      }
    }
    return outermost.size() == 1 && deeper
        ? new Scopes(unrooted, outermost.iterator().next())
        : unrooted;
  }

  /** The scopes that a node lies in, the outermost first, without the network's own. */
  List<String> of(Node node) {
    List<String> scopes = new ArrayList<>();
    String label = node.label();
    for (int end = label.indexOf('/'); end >= 0; end = label.indexOf('/', end + 1)) {
      String scope = label.substring(0, end);
      if (!labels.contains(scope) && !scope.equals(root)) {
        scopes.add(scope);
      }
    }
    return scopes;
  }

  /** The name of the network's own scope, if it has one. */
  Optional<String> root() {
    return root.isEmpty() ? Optional.empty() : Optional.of(root);
  }

  /** A scope without the network's own. */
  String inside(String scope) {
    return !root.isEmpty() && scope.startsWith(root + "/")
        ? scope.substring(root.length() + 1)
        : scope;
  }

  /** The scope that a scope lies in; empty if it is outermost. */
  static String around(String scope) {
    return scope.substring(0, Math.max(0, scope.lastIndexOf('/')));
  }

  /** The last part of a scope. */
  static String last(String scope) {
    return scope.substring(scope.lastIndexOf('/') + 1);
  }
}
