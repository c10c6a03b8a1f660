package io.github.gradcam.tf.internal.layer;

import io.github.gradcam.tf.internal.graph.Node;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells where names of layers hold slashes. The layer {@code block/bn} of Keras 2 looks as if it
 * lay in a layer {@code block}. Nothing gives that away but a scope that falls into parts which are
 * not alike, because what computes between them lies elsewhere: no layer does so.
 *
 * @param places the scopes in which there are such names; empty for outermost
 */
record Slashes(Set<String> places) {

  /**
   * Looks for them.
   *
   * @param calls the calls in each scope
   */
  static Slashes in(Map<String, List<Call>> calls) {
    Set<String> places = new HashSet<>();
    calls.forEach(
        (scope, found) -> {
          if (areUnlike(found) && holdsScopes(scope, calls.keySet())) {
            places.add(Scopes.around(scope));
          }
        });
    return new Slashes(places);
  }

  private static boolean areUnlike(List<Call> calls) {
    return calls.stream()
            .map(call -> call.nodes().stream().map(Node::op).toList())
            .distinct()
            .count()
        > 1;
  }

  private static boolean holdsScopes(String scope, Set<String> scopes) {
    return scopes.stream()
        .anyMatch(other -> other.startsWith(scope + "/") && !Naming.isFunction(other, scopes));
  }

  /** Whether a scope is a layer, and holds none. */
  boolean reach(String scope) {
    return places.stream().anyMatch(place -> place.isEmpty() || scope.startsWith(place + "/"));
  }

  /**
   * The operations of each scope, but for scopes with slashes only those that lie in no other.
   *
   * @param inScopes all operations in each scope
   */
  Map<String, List<Node>> divided(Map<String, List<Node>> inScopes) {
    Map<String, Set<Node>> left = new LinkedHashMap<>();
    inScopes.forEach(
        (scope, nodes) -> {
          if (!reach(scope) || !Naming.isFunction(scope, inScopes.keySet())) {
            left.put(scope, new LinkedHashSet<>(nodes));
          }
        });
    left.forEach(
        (scope, nodes) -> {
          for (String around = Scopes.around(scope);
              reach(around) && left.containsKey(around);
              around = Scopes.around(around)) {
            left.get(around).removeAll(inScopes.get(scope));
          }
        });
    Map<String, List<Node>> divided = new LinkedHashMap<>();
    left.forEach(
        (scope, nodes) -> {
          if (!nodes.isEmpty()) {
            divided.put(scope, List.copyOf(nodes));
          }
        });
    return divided;
  }
}
