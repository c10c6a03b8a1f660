package io.github.gradcam.djl.internal.block;

import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import io.github.gradcam.djl.internal.engine.Network;
import io.github.gradcam.djl.internal.rewrite.Catalog;
import io.github.gradcam.djl.internal.rewrite.Instrumented;
import java.util.List;
import java.util.function.Function;

/** A block of the user's, and where it stands. */
sealed interface Node {

  /** Its address: the names of its parents and its own, with dots between; empty for the root. */
  String path();

  /** What it is. */
  String kind();

  /** The nodes in a node, in the order in which they run. */
  static List<Node> children(Node node) {
    return node instanceof Chain chain
        ? chain.children()
        : node instanceof Fork fork ? fork.children() : List.of();
  }

  /** A block that is run as it is: one without children, or one whose inside cannot be seen. */
  record Whole(String path, String kind, Block block) implements Node {}

  /**
   * Blocks one after the other.
   *
   * @param all whether it returns what each of them returns, instead of the last alone
   */
  record Chain(String path, String kind, List<Node> children, boolean all) implements Node {}

  /**
   * Blocks side by side.
   *
   * @param join what becomes of their results
   */
  record Fork(String path, String kind, List<Node> children, Function<List<NDList>, NDList> join)
      implements Node {}

  /**
   * A TorchScript network.
   *
   * @param network a rewritten copy of it
   * @param program its source, and what it can hand out
   */
  record Script(String path, String kind, Network network, Instrumented program) implements Node {

    /** What it can hand out. */
    Catalog catalog() {
      return program.catalog();
    }

    /** The address in this network of an address of the whole, which begins with the path. */
    String inner(String address) {
      return address.substring(path.length() + 1);
    }

    /** Whether an address of the whole lies in it. */
    boolean holds(String address) {
      return address.startsWith(path + ".");
    }
  }
}
