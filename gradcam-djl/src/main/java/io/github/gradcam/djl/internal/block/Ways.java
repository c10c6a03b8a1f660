package io.github.gradcam.djl.internal.block;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Where a pass that starts at a layer can start. */
final class Ways {

  private Ways() {}

  /**
   * The nodes that lead to a layer, if all that lies before it can be left out: if it stands in
   * chains alone, or in a TorchScript network that knows how to start there.
   */
  static Optional<Set<Node>> to(Node root, String address) {
    Set<Node> way = new HashSet<>();
    return leads(root, address, way) ? Optional.of(way) : Optional.empty();
  }

  private static boolean leads(Node node, String address, Set<Node> way) {
    if (node instanceof Node.Script script) {
      return script.catalog().tails().containsKey(script.inner(address));
    }
    if (!(node instanceof Node.Chain chain) || chain.all()) {
      return false;
    }
    for (Node child : chain.children()) {
      String path = child.path();
      boolean here = address.equals(path) || address.equals(Paths.input(path));
      if (here || address.startsWith(path + ".")) {
        way.add(child);
        return here || leads(child, address, way);
      }
    }
    return false;
  }
}
