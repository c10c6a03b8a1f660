package io.github.gradcam.tf.internal.layer;

import io.github.gradcam.tf.internal.graph.FlatGraph;
import io.github.gradcam.tf.internal.graph.LogitFinder;
import io.github.gradcam.tf.internal.graph.Node;
import io.github.gradcam.tf.internal.graph.Operations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the layers of a network. */
public final class LayerFinder {

  /** Operations without a scope that are nobody's layer. */
  private static final Set<String> ASIDE =
      Set.of(
          "Identity", "IdentityN", "Cast", "Placeholder", "PlaceholderWithDefault", "EnsureShape");

  private final FlatGraph graph;
  private final Set<String> active;
  private final Scopes scopes;
  private final Confirmed confirmed;
  private final Calls finder;
  private final Map<String, List<Call>> calls = new LinkedHashMap<>();

  private LayerFinder(FlatGraph graph, Operations operations) {
    this.graph = graph;
    this.active = graph.active();
    this.scopes = Scopes.of(graph, active);
    this.confirmed = Confirmed.of(graph, scopes, active);
    this.finder = new Calls(graph, operations, active);
  }

  /**
   * Finds them.
   *
   * @param found a network that ends in scores
   * @param operations what TensorFlow knows
   */
  public static Catalog find(LogitFinder.Found found, Operations operations) {
    LayerFinder finder = new LayerFinder(found.graph(), operations);
    return finder.catalog(found.ending());
  }

  private Catalog catalog(Optional<Node> ending) {
    Map<String, List<Node>> inScopes = new LinkedHashMap<>();
    for (Node node : graph.nodes().values()) {
      if (active.contains(node.name())) {
        scopes.of(node).forEach(s -> inScopes.computeIfAbsent(s, x -> new ArrayList<>()).add(node));
      }
    }
    inScopes.forEach((scope, nodes) -> calls.put(scope, finder.in(scope, nodes)));
    Slashes slashes = Slashes.in(calls);
    if (!slashes.places().isEmpty()) {
      calls.clear();
      slashes
          .divided(inScopes)
          .forEach((scope, nodes) -> calls.put(scope, finder.in(scope, nodes)));
    }
    Set<String> endings = new HashSet<>();
    ending.ifPresent(node -> endings.addAll(scopes.of(node)));
    List<Named> layers = new ArrayList<>();
    Naming naming = new Naming(confirmed, slashes, calls);
    calls.forEach(
        (scope, found) -> {
          if (naming.isLayer(scope) && !endings.contains(scope)) {
            boolean model = naming.isModel(scope);
            found.forEach(
                call ->
                    layers.add(new Named(path(scope), model ? Kinds.MODEL : Kinds.of(call), call)));
          }
        });
    layers.addAll(bare());
    // What finishes together is listed as it was left, the innermost first.
    layers.sort(
        Comparator.comparingInt((Named named) -> named.call().position())
            .thenComparing(named -> named.call().scope().length(), Comparator.reverseOrder()));
    Set<String> hidden = new HashSet<>();
    endings.forEach(scope -> hidden.add(path(scope)));
    return new Cataloguing(graph, active, finder, layers)
        .catalog(hidden, AxesFinder.of(graph, active), scopes.root().map(confirmed::path));
  }

  /** Operations that lie in no scope are layers of their own. */
  private List<Named> bare() {
    List<Named> bare = new ArrayList<>();
    for (Node node : graph.nodes().values()) {
      boolean alone =
          active.contains(node.name())
              && scopes.of(node).isEmpty()
              && !ASIDE.contains(node.op())
              && !node.name().equals(graph.input().node());
      if (alone) {
        finder
            .in(node.label(), List.of(node))
            .forEach(call -> bare.add(new Named(path(node.label()), Kinds.of(call), call)));
      }
    }
    return bare;
  }

  private String path(String scope) {
    return confirmed.path(scopes.inside(scope));
  }
}
