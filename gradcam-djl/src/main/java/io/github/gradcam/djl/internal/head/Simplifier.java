package io.github.gradcam.djl.internal.head;

import io.github.gradcam.djl.internal.graph.Argument;
import io.github.gradcam.djl.internal.graph.Node;
import io.github.gradcam.djl.internal.graph.Trace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves out what a layer does not need and, in channels-last order, joins what only one reader
 * stands behind: a convolution with its batch norm, then with its activation.
 */
final class Simplifier {

  private final Order order;
  private final Map<Node, Integer> readers = new HashMap<>();
  private final Map<Node, Step> steps = new LinkedHashMap<>();
  private final Set<Node> waists = new HashSet<>();
  private int folded;
  private int fused;

  Simplifier(Trace trace, Node target, Order order) {
    this.order = order;
    Set<Node> needed = new HashSet<>(Set.of(target));
    readers.put(target, 1);
    List<Node> nodes = trace.nodes();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      if (needed.contains(nodes.get(i))) {
        for (Node read : nodes.get(i).reads()) {
          needed.add(read);
          readers.merge(read, 1, Integer::sum);
        }
      }
    }
    nodes.stream().filter(needed::contains).forEach(this::add);
    findWaists();
  }

  /** The steps in their order, by the tensor that each computes. */
  Map<Node, Step> steps() {
    return steps;
  }

  /** Whether only one step reads a tensor. */
  boolean hasOneReader(Node node) {
    return readers.getOrDefault(node, 0) == 1;
  }

  /**
   * Whether only this tensor is read behind its step, and no step so far has mixed images of a
   * batch with each other.
   */
  boolean isWaist(Node node) {
    return waists.contains(node);
  }

  /** How many batch norms are gone. */
  int folded() {
    return folded;
  }

  /** How many activations are gone. */
  int fused() {
    return fused;
  }

  private void add(Node node) {
    if (node instanceof Node.Convolution convolution) {
      Recipe.Kernel kernel =
          new Recipe.Kernel(
              convolution.weight(),
              Norm.path(convolution.bias()),
              Optional.empty(),
              convolution.geometry());
      steps.put(node, new Step.Convolve(convolution.x(), kernel, Activation.NONE));
    } else if (node instanceof Node.Operator operator) {
      steps.put(node, joined(operator).orElseGet(() -> new Step.Apply(operator)));
    } else {
      steps.put(node, new Step.Begin());
    }
  }

  private void findWaists() {
    Map<Node, Node> lastReaders = new HashMap<>();
    steps.forEach((node, step) -> step.reads().forEach(read -> lastReaders.put(read, node)));
    Set<Node> awaited = new HashSet<>();
    for (Map.Entry<Node, Step> entry : steps.entrySet()) {
      if (!entry.getValue().keepsImagesApart()) {
        return;
      }
      Node node = entry.getKey();
      awaited.removeIf(before -> node.equals(lastReaders.get(before)));
      if (awaited.isEmpty()) {
        waists.add(node);
      }
      awaited.add(node);
    }
  }

  /** Joins an operator with the convolution before it, whose own step is then gone. */
  private Optional<Step> joined(Node.Operator operator) {
    if (order == Order.BLOCKED
        || operator.arguments().isEmpty()
        || !(operator.arguments().get(0) instanceof Argument.Computed before)
        || !hasOneReader(before.node())
        || !(steps.get(before.node()) instanceof Step.Convolve convolve)
        || !convolve.activation().equals(Activation.NONE)) {
      return Optional.empty();
    }
    Recipe.Kernel kernel = convolve.kernel();
    Optional<Norm> norm = kernel.norm().isEmpty() ? Norm.of(operator) : Optional.empty();
    Optional<Activation> activation = Activation.of(operator);
    if (norm.isPresent()) {
      folded++;
      steps.remove(before.node());
      Recipe.Kernel both =
          new Recipe.Kernel(kernel.weight(), kernel.bias(), norm, kernel.geometry());
      return Optional.of(new Step.Convolve(convolve.x(), both, Activation.NONE));
    } else if (activation.isPresent()) {
      fused++;
      steps.remove(before.node());
      return Optional.of(new Step.Convolve(convolve.x(), kernel, activation.get()));
    }
    return Optional.empty();
  }
}
