package io.github.gradcam.tf.internal.gradient;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tensorflow.GraphOperation;
import org.tensorflow.Output;

/** The ways along which a change of a tensor changes the output smoothly. */
final class Paths {

  private final Forward forward;
  private final Set<Output<?>> leading = new HashSet<>();

  Paths(Forward forward, Output<?> output) {
    this.forward = forward;
    Deque<Output<?>> open = new ArrayDeque<>(List.of(output));
    leading.add(output);
    while (!open.isEmpty()) {
      GraphOperation source = Forward.source(open.pop());
      if (Gradients.isBlocking(source.type())) {
        continue;
      }
      for (Output<?> input : forward.inputs(source)) {
        if (Numbers.mayLead(input) && leading.add(input)) {
          open.push(input);
        }
      }
    }
  }

  /** Whether any way leads from a tensor to the output. */
  boolean isLeading(Output<?> tensor) {
    return leading.contains(tensor);
  }

  /** The uses of a tensor from which a way leads on. */
  List<Forward.Use> uses(Output<?> tensor) {
    return forward.uses(tensor).stream().filter(use -> isOnTheWay(use.operation())).toList();
  }

  private boolean isOnTheWay(GraphOperation operation) {
    return !Gradients.isBlocking(operation.type())
        && Forward.outputs(operation).stream().anyMatch(leading::contains);
  }

  /** All tensors on the ways from a tensor, itself among them, the output first. */
  List<Output<?>> from(Output<?> tensor) {
    Set<Output<?>> found = new HashSet<>(Set.of(tensor));
    Deque<Output<?>> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      for (Forward.Use use : uses(open.pop())) {
        for (Output<?> next : Forward.outputs(use.operation())) {
          if (leading.contains(next) && found.add(next)) {
            open.push(next);
          }
        }
      }
    }
    return found.stream()
        .sorted(Comparator.<Output<?>>comparingInt(forward::position).reversed())
        .toList();
  }
}
