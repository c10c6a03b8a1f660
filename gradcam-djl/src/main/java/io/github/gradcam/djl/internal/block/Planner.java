package io.github.gradcam.djl.internal.block;

import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.util.Pair;
import io.github.gradcam.error.ModelOpenException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Makes nodes of a tree of blocks. */
final class Planner {

  private final Scripts scripts;
  private final Map<Tap, Node> taps = new IdentityHashMap<>();

  Planner(Scripts scripts) {
    this.scripts = scripts;
  }

  /** The nodes that taps in containers of the user's own stand for. */
  Map<Tap, Node> taps() {
    return taps;
  }

  /**
   * The node of a block.
   *
   * @param path its address
   * @param block the block
   * @param role what becomes of its output
   */
  Node plan(String path, Block block, Role role) {
    String kind = Insides.kind(block);
    if (block instanceof Tap tap) {
      return plan(path, tap.inner(), role);
    } else if (block instanceof PtSymbolBlock script) {
      return scripts.load(path, script, role);
    } else if (Insides.isChain(block)) {
      boolean all = ((SequentialBlock) block).isReturnIntermediate();
      return new Node.Chain(path, kind, children(path, block, all ? Role.INNER : role), all);
    }
    return Insides.join(block)
        .<Node>map(join -> new Node.Fork(path, kind, children(path, block, Role.INNER), join))
        .orElseGet(
            () -> {
              findTaps(path, block);
              return new Node.Whole(path, kind, block);
            });
  }

  private List<Node> children(String path, Block block, Role role) {
    List<Node> nodes = new ArrayList<>();
    List<Pair<String, Block>> children = new ArrayList<>();
    block.getChildren().forEach(children::add);
    for (Pair<String, Block> child : children) {
      Role own = nodes.size() == children.size() - 1 ? role : Role.INNER;
      nodes.add(plan(Paths.join(path, child.getKey()), child.getValue(), own));
    }
    return List.copyOf(nodes);
  }

  private void findTaps(String path, Block block) {
    for (Pair<String, Block> child : block.getChildren()) {
      String name = Paths.join(path, child.getKey());
      if (child.getValue() instanceof Tap tap) {
        if (!taps.containsKey(tap)) {
          taps.put(tap, plan(name, tap.inner(), Role.INNER));
        }
      } else if (child.getValue() instanceof PtSymbolBlock) {
        throw new ModelOpenException(
            "\""
                + name
                + "\" is a TorchScript network in a container of your own ("
                + block.getClass().getSimpleName()
                + "), where running it would switch its mode. Put DjlModels.tap(…) around it when"
                + " you add it to the container.");
      } else {
        findTaps(name, child.getValue());
      }
    }
  }
}
