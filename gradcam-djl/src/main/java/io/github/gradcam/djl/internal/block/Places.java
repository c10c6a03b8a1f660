package io.github.gradcam.djl.internal.block;

import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.model.Layer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses of a network of blocks. */
final class Places {

  private static final Pattern CALL = Pattern.compile("(.+)#([2-9]|[1-9]\\d+)(@input)?");

  private final Map<String, Address> addresses = new LinkedHashMap<>();
  private final Set<String> repeatable = new HashSet<>();
  private final List<Node.Script> scripts = new ArrayList<>();

  /**
   * The addresses of all nodes.
   *
   * @param root the first
   * @param tapped those that containers of the user's own call, as often as they like
   * @param hidden the addresses that lie behind the scores
   */
  Places(Node root, Iterable<Node> tapped, Set<String> hidden) {
    put(new Address(Layer.INPUT, "input", List.of(), false));
    inside(root, node -> add(node, hidden));
    tapped.forEach(
        node -> {
          add(node, hidden);
          repeat(node);
        });
  }

  private void add(Node node, Set<String> hidden) {
    put(new Address(Paths.input(node.path()), node.kind(), List.of(), false));
    inside(node, child -> add(child, hidden));
    put(new Address(node.path(), node.kind(), List.of(), hidden.contains(node.path())));
  }

  private void repeat(Node node) {
    repeatable.add(node.path());
    Node.children(node).forEach(this::repeat);
  }

  private void inside(Node node, Consumer<Node> each) {
    Node.children(node).forEach(each);
    if (node instanceof Node.Script script) {
      script.catalog().addresses().values().stream()
          .filter(inner -> !inner.text().equals(Layer.INPUT))
          .forEach(inner -> put(within(script, inner)));
      scripts.add(script);
    }
  }

  private static Address within(Node.Script script, Address inner) {
    return new Address(
        Paths.join(script.path(), inner.text()), inner.kind(), inner.numbers(), inner.hidden());
  }

  private void put(Address address) {
    addresses.put(address.text(), address);
  }

  /** What an address stands for. */
  Optional<Address> find(String text) {
    Address known = addresses.get(text);
    if (known != null) {
      return Optional.of(known);
    }
    for (Node.Script script : scripts) {
      if (script.holds(text)) {
        return script.catalog().find(script.inner(text)).map(inner -> within(script, inner));
      }
    }
    Matcher call = CALL.matcher(text);
    return call.matches() && repeatable.contains(call.group(1))
        ? Optional.ofNullable(addresses.get(call.group(1)))
            .map(first -> new Address(text, first.kind(), List.of(), first.hidden()))
        : Optional.empty();
  }

  /** What an address stands for, or an error. */
  Address require(String text) {
    Address address =
        find(text).orElseThrow(() -> new UnknownLayerException(text, addresses.keySet()));
    if (address.hidden()) {
      throw new UnexplainableLayerException(
          text,
          "The layer \""
              + text
              + "\" is the network's whole output or ends in its last softmax or sigmoid, and the"
              + " scores are taken from before that. Choose a layer before it.");
    }
    return address;
  }
}
