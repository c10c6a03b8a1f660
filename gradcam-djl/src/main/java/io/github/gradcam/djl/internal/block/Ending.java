package io.github.gradcam.djl.internal.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.LambdaBlock;
import ai.djl.training.ParameterStore;
import io.github.gradcam.model.OutputKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands at the end of a network.
 *
 * @param root the network without its last softmax or sigmoid
 * @param kind what it returns, if that can be told from its end
 * @param behind the addresses whose own output is not computed any more
 */
record Ending(Node root, Optional<OutputKind> kind, Set<String> behind) {

  private static final float[] ROWS = {
    0.3f, -1.2f, 2.5f, 0.7f, -0.4f, 1.9f, 0.1f, -2.2f, 0.8f, -9f
  };
  private static final Shape TWO_ROWS = new Shape(2, 5);

  static Ending of(Node root, NDManager manager) {
    List<Node> lasts = lasts(root);
    Node last = lasts.get(lasts.size() - 1);
    Set<String> way = lasts.stream().skip(1).map(Node::path).collect(Collectors.toSet());
    if (last instanceof Node.Script script) {
      return new Ending(root, Optional.of(script.catalog().outputKind()), way);
    }
    Optional<OutputKind> before =
        last instanceof Node.Whole whole && whole.block() instanceof LambdaBlock lambda
            ? before(lambda, manager)
            : Optional.empty();
    return before.isPresent()
        ? new Ending(without(root, last), before, way)
        : new Ending(root, Optional.empty(), Set.of());
  }

  /** The network, its last block, that one's last block and so on. */
  static List<Node> lasts(Node root) {
    List<Node> lasts = new ArrayList<>(List.of(root));
    Node last = root;
    while (last instanceof Node.Chain chain && !chain.all() && !chain.children().isEmpty()) {
      last = chain.children().get(chain.children().size() - 1);
      lasts.add(last);
    }
    return lasts;
  }

  /** What a function is given, if it is a softmax or a sigmoid: which shows when it is tried. */
  private static Optional<OutputKind> before(LambdaBlock lambda, NDManager manager) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray rows = scope.create(ROWS, TWO_ROWS);
      NDList found = lambda.forward(new ParameterStore(scope, false), new NDList(rows), false);
      if (found.size() != 1 || !found.get(0).getShape().equals(TWO_ROWS)) {
        return Optional.empty();
      }
      NDArray result = found.get(0);
      if (result.allClose(rows.softmax(1)) || result.allClose(rows.logSoftmax(1))) {
        return Optional.of(OutputKind.LOGITS);
      }
      NDArray sigmoid = Activation.sigmoid(rows);
      return result.allClose(sigmoid) || result.allClose(sigmoid.log())
          ? Optional.of(OutputKind.SIGMOID_LOGITS)
          : Optional.empty();
    } catch (RuntimeException notForRows) {
      // A function of images, say: then it is no softmax over classes.
      return Optional.empty();
    }
  }

  private static Node without(Node node, Node last) {
    Node.Chain chain = (Node.Chain) node;
    int end = chain.children().size() - 1;
    List<Node> kept = new ArrayList<>(chain.children().subList(0, end));
    if (chain.children().get(end) != last) {
      kept.add(without(chain.children().get(end), last));
    }
    return new Node.Chain(chain.path(), chain.kind(), List.copyOf(kept), false);
  }
}
