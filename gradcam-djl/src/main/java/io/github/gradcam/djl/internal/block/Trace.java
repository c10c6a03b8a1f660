package io.github.gradcam.djl.internal.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.UnsupportedOperationInModelException;
import io.github.gradcam.model.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One walk through the nodes, which is one pass. Belongs to one thread. */
final class Trace {

  private final Plan plan;
  private final Taps taps;
  private final Set<Node> way;
  private final FrozenStore store;
  private final Map<String, Integer> calls = new HashMap<>();

  /**
   * A walk.
   *
   * @param plan the network
   * @param manager what owns the pass's arrays
   * @param taps what is done at each place
   * @param way where the pass starts: of a chain, what stands before a node of the way is left out
   */
  Trace(Plan plan, NDManager manager, Taps taps, Set<Node> way) {
    this.plan = plan;
    this.taps = taps;
    this.way = way;
    this.store = new FrozenStore(manager, plan.weights(), this);
  }

  NDList run(NDArray input) {
    return inside(plan.root(), taps.at(Layer.INPUT, new NDList(input)), 1);
  }

  /** A container of the user's own calls a block. */
  NDList reached(Tap tap, NDList inputs) {
    Node node = plan.taps().get(tap);
    if (node == null) {
      throw new UnsupportedOperationInModelException(
          "A tapped "
              + Insides.kind(tap.inner())
              + " is run that is no child of its container, so that it has not been copied. Add it"
              + " with addChildBlock(name, DjlModels.tap(…)).");
    }
    return run(node, inputs);
  }

  private NDList run(Node node, NDList inputs) {
    int call = calls.merge(node.path(), 1, Integer::sum);
    String address = Paths.call(node.path(), call);
    NDList given = taps.at(Paths.input(address), inputs);
    return taps.at(address, taps.replaces(address) ? given : inside(node, given, call));
  }

  private NDList inside(Node node, NDList inputs, int call) {
    if (node instanceof Node.Chain chain) {
      return chain(chain, inputs);
    } else if (node instanceof Node.Fork fork) {
      // Lists that can be changed, as DJL gives them: joins add one result to another.
      List<NDList> results = new ArrayList<>();
      fork.children().forEach(child -> results.add(run(child, inputs)));
      return fork.join().apply(results);
    } else if (node instanceof Node.Script script) {
      return new NDList(taps.through(script, single(script, inputs), call));
    }
    Node.Whole whole = (Node.Whole) node;
    NDList outputs = whole.block().forward(store, inputs, false);
    taps.after(whole, outputs);
    return outputs;
  }

  private NDList chain(Node.Chain chain, NDList inputs) {
    List<NDList> results = new ArrayList<>();
    NDList current = inputs;
    for (Node child : chain.children().subList(start(chain), chain.children().size())) {
      current = run(child, current);
      results.add(current);
    }
    return chain.all() ? new NDList(results.stream().flatMap(List::stream).toList()) : current;
  }

  private int start(Node.Chain chain) {
    for (int i = 0; i < chain.children().size(); i++) {
      if (way.contains(chain.children().get(i))) {
        return i;
      }
    }
    return 0;
  }

  private static NDArray single(Node.Script script, NDList inputs) {
    if (inputs.size() != 1) {
      throw new InvalidInputException(
          "The TorchScript network \""
              + script.path()
              + "\" takes one tensor, but the block before it returns "
              + inputs.size()
              + ".");
    }
    return inputs.get(0);
  }
}
