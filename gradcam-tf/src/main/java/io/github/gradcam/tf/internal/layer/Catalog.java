package io.github.gradcam.tf.internal.layer;

import io.github.gradcam.tf.internal.graph.Axes;
import io.github.gradcam.tf.internal.graph.FlatGraph;
import io.github.gradcam.tf.internal.graph.Node;
import io.github.gradcam.tf.internal.graph.Ref;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A network and its layers.
 *
 * @param graph the network; what flows into a layer passes through a node of its own
 * @param addresses everything that can be looked at, by address, in the order of execution
 * @param hidden the addresses of layers that end in the softmax or sigmoid that was taken away
 * @param axes where tensors have their channels, as far as that is known
 * @param root the network's own name, if it has one
 */
public record Catalog(
    FlatGraph graph,
    Map<String, Address> addresses,
    Set<String> hidden,
    Map<Ref, Axes> axes,
    Optional<String> root) {

  /**
   * What an address stands for. An operation's own name, with or without {@code :0}, is one, and so
   * is a layer's path behind the network's own name.
   */
  public Optional<Address> find(String text) {
    Address known = addresses.get(text);
    String operation = text.endsWith(":0") ? text.substring(0, text.length() - 2) : text;
    return Optional.ofNullable(known)
        .or(() -> Optional.ofNullable(addresses.get(operation)).filter(found -> !found.listed()))
        .or(
            () ->
                root.filter(name -> text.startsWith(name + "/"))
                    .flatMap(name -> inside(name, text)))
        .map(found -> new Address(text, found.kind(), found.tensor(), found.listed()));
  }

  private Optional<Address> inside(String name, String text) {
    return Optional.ofNullable(addresses.get(text.substring(name.length() + 1)));
  }

  /** The innermost layer that an operation belongs to, for messages. */
  public static String layerOf(Node node) {
    int end = node.label().lastIndexOf('/');
    return end < 0 ? node.label() : node.label().substring(0, end);
  }
}
