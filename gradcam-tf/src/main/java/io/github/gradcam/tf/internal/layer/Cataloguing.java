package io.github.gradcam.tf.internal.layer;

import io.github.gradcam.model.Layer;
import io.github.gradcam.tf.internal.graph.Axes;
import io.github.gradcam.tf.internal.graph.FlatGraph;
import io.github.gradcam.tf.internal.graph.Node;
import io.github.gradcam.tf.internal.graph.Ref;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives every call an address, and what flows into it a node of its own. */
final class Cataloguing {

  private static final String INPUT = "@input";

  private final FlatGraph graph;
  private final Set<String> active;
  private final Calls finder;
  private final List<Named> layers;

  Cataloguing(FlatGraph graph, Set<String> active, Calls finder, List<Named> layers) {
    this.graph = graph;
    this.active = active;
    this.finder = finder;
    this.layers = layers;
  }

  Catalog catalog(Set<String> hidden, Map<Ref, Axes> axes, Optional<String> root) {
    Map<Named, String> texts = texts();
    Taps taps = new Taps(graph, active, finder);
    List<Named> outermostFirst = new ArrayList<>(layers);
    outermostFirst.sort(
        Comparator.comparingInt((Named named) -> named.call().scope().length())
            .thenComparingInt(named -> named.call().position()));
    Map<String, Address> inputs = new HashMap<>();
    Map<Ref, Axes> known = new HashMap<>(axes);
    for (Named named : outermostFirst) {
      String text = texts.get(named) + INPUT;
      taps.before(named.call())
          .ifPresent(
              tap -> {
                inputs.put(text, new Address(text, named.kind(), tap.tensor(), false));
                Axes same = known.get(tap.source());
                if (same != null) {
                  known.put(tap.tensor(), same);
                }
              });
    }
    Map<String, Address> addresses = new LinkedHashMap<>();
    for (Named named : layers) {
      String text = String.valueOf(texts.get(named));
      addresses.put(text, new Address(text, named.kind(), named.call().output(), true));
    }
    addresses.put(Layer.INPUT, new Address(Layer.INPUT, "Input", graph.input(), false));
    inputs.forEach(addresses::putIfAbsent);
    operations().forEach(addresses::putIfAbsent);
    return new Catalog(taps.tapped(), addresses, hidden, known, root);
  }

  /** The first call has the layer's path, the second {@code path#2}. */
  private Map<Named, String> texts() {
    Map<Named, String> texts = new LinkedHashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Named named : layers) {
      int count = counts.merge(named.path(), 1, Integer::sum);
      texts.put(named, count == 1 ? named.path() : named.path() + "#" + count);
    }
    return texts;
  }

  /** Each operation by the name that it has in the file. */
  private Map<String, Address> operations() {
    Map<String, Address> operations = new LinkedHashMap<>();
    for (Node node : graph.nodes().values()) {
      if (active.contains(node.name()) && finder.isFloat(node.first())) {
        operations.putIfAbsent(
            node.label(), new Address(node.label(), node.op(), node.first(), false));
      }
    }
    return operations;
  }
}
