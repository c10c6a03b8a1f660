package io.github.gradcam.tf.internal.layer;

import io.github.gradcam.tf.internal.graph.FlatGraph;
import io.github.gradcam.tf.internal.graph.Node;
import io.github.gradcam.tf.internal.graph.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a node that changes nothing before a layer, so that what flows into the layer is a tensor of
 * its own, whoever else reads the same numbers: its gradient is the one through that layer alone.
 */
final class Taps {

  private final FlatGraph graph;
  private final Set<String> active;
  private final Calls finder;
  private final Map<String, Node> nodes;
  private final Map<String, List<Node>> before = new HashMap<>();
  private final Map<Ref, Ref> sources = new HashMap<>();

  /**
   * What stands before a layer.
   *
   * @param tensor what flows into the layer
   * @param source the tensor of the network that it repeats
   */
  record Tap(Ref tensor, Ref source) {}

  Taps(FlatGraph graph, Set<String> active, Calls finder) {
    this.graph = graph;
    this.active = active;
    this.finder = finder;
    this.nodes = new LinkedHashMap<>(graph.nodes());
  }

  /** A tap before a call; of several tensors that flow into it, before the first. */
  Optional<Tap> before(Call call) {
    for (Node original : call.nodes()) {
      Node node = nodes.getOrDefault(original.name(), original);
      for (Ref read : node.inputs()) {
        Ref source = sources.getOrDefault(read, read);
        boolean flowsIn = active.contains(source.node()) && !call.names().contains(source.node());
        if (flowsIn && finder.isFloat(source)) {
          return Optional.of(tap(call, node, read, source));
        }
      }
    }
    return Optional.empty();
  }

  private Tap tap(Call call, Node first, Ref read, Ref source) {
    String name = "tap/" + sources.size();
    Node tap = Node.passing(name, name, read, finder.type(source));
    before.computeIfAbsent(first.name(), node -> new ArrayList<>()).add(tap);
    sources.put(tap.first(), source);
    for (String reader : call.names()) {
      nodes.computeIfPresent(
          reader,
          (key, node) ->
              node.reading(
                  node.inputs().stream().map(r -> r.equals(read) ? tap.first() : r).toList()));
    }
    return new Tap(tap.first(), source);
  }

  /** The network with its taps. */
  FlatGraph tapped() {
    List<Node> all = new ArrayList<>();
    nodes.forEach(
        (name, node) -> {
          all.addAll(before.getOrDefault(name, List.of()));
          all.add(node);
        });
    return graph.with(all, graph.output());
  }
}
