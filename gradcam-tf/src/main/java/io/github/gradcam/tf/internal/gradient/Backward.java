package io.github.gradcam.tf.internal.gradient;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.exceptions.TFInvalidArgumentException;

/**
 * The way back from one tensor of a graph to any other, built as far as it is asked for.
 *
 * <p>The cotangent at a tensor is the sum over all its uses that lead to the output, whoever asks:
 * what was built for one tensor serves the next. Not for use by several threads at once.
 */
public final class Backward {

  private final Output<?> output;
  private final Forward forward;
  private final Paths paths;
  private final Emitter emit;
  private final Output<?> cotangent;
  private final Map<Output<?>, Output<?>> cotangents = new HashMap<>();
  private final Map<Output<?>, Output<?>> gradients = new HashMap<>();

  private Backward(Forward forward, Output<?> output, Emitter emit) {
    this.output = output;
    this.forward = forward;
    this.paths = new Paths(forward, output);
    this.emit = emit;
    this.cotangent =
        emit.node("Placeholder")
            .attribute("dtype", Numbers.type(output))
            .attribute("shape", Dimensions.attribute(output))
            .make();
  }

  /**
   * Prepares the way back; no gradient is built yet.
   *
   * @param graph the graph, as it is now; nodes added later are not part of the way
   * @param inputs what the model is fed with
   * @param output the tensor whose cotangent is given; the way back runs on its device
   * @param scope where the new nodes are put, as a prefix of names; a number is added if it is
   *     taken
   * @throws UnsupportedGradientException if the output is of a type that has no gradient
   */
  public static Backward of(
      Graph graph, Collection<Output<?>> inputs, Output<?> output, String scope) {
    Forward forward = new Forward(graph);
    if (!Numbers.isFloat(output)) {
      throw new UnsupportedGradientException(
          output.op().type(),
          output.op().name(),
          "its output is of type "
              + output.dataType()
              + ", and only floating point numbers have a gradient. Choose another output.");
    }
    Dependence dependence = new Dependence(forward, inputs);
    return new Backward(
        forward,
        output,
        new Emitter(
            graph, free(forward, scope), Forward.source(output).device(), dependence::isDependent));
  }

  private static String free(Forward forward, String scope) {
    Set<String> taken = new HashSet<>();
    for (GraphOperation operation : forward.operations()) {
      String name = operation.name();
      taken.add(name);
      for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
        taken.add(name.substring(0, slash));
      }
    }
    String free = scope;
    for (int i = 1; taken.contains(free); i++) {
      free = scope + "_" + i;
    }
    return free;
  }

  /** The placeholder to feed with the cotangent: of the output's type and shape. */
  public Output<?> cotangent() {
    return cotangent;
  }

  /**
   * The tensor that carries the gradient at another one, and has its shape.
   *
   * @param tensor a tensor of floating point numbers that was in the graph from the start
   * @return a tensor of its own for each that is asked for; empty if no gradient leads there
   * @throws UnsupportedGradientException if an operation on the way is not known well enough
   */
  public Optional<Output<?>> gradient(Output<?> tensor) {
    if (!forward.contains(tensor) || !Numbers.isFloat(tensor)) {
      throw new IllegalArgumentException(
          "A gradient is at a tensor of floating point numbers that was in the graph from the"
              + " start, but this is "
              + tensor);
    }
    if (!paths.isLeading(tensor)) {
      return Optional.empty();
    }
    Output<?> known = gradients.get(tensor);
    if (known == null) {
      // A node of its own: tensors with the same cotangent can be fetched in the same run.
      known = emit.alias(cotangentAt(tensor));
      gradients.put(tensor, known);
    }
    return Optional.of(known);
  }

  private Output<?> cotangentAt(Output<?> wanted) {
    List<Output<?>> missing = new ArrayList<>(paths.from(wanted));
    missing.removeIf(cotangents::containsKey);
    // What is not known at all is found out before any node is made.
    for (Output<?> tensor : missing) {
      for (Forward.Use use : paths.uses(tensor)) {
        Gradients.of(use.operation());
      }
    }
    for (Output<?> tensor : missing) {
      cotangents.put(tensor, sum(tensor));
    }
    Output<?> found = cotangents.get(wanted);
    if (found == null) {
      throw new IllegalStateException("No cotangent was built for " + wanted);
    }
    return found;
  }

  private Output<?> sum(Output<?> tensor) {
    List<Output<?>> parts = new ArrayList<>();
    if (tensor.equals(output)) {
      parts.add(cotangent);
    }
    for (Forward.Use use : paths.uses(tensor)) {
      parts.add(part(use));
    }
    return switch (parts.size()) {
      case 1 -> parts.get(0);
      case 2 -> emit.op("AddV2", parts.get(0), parts.get(1));
      default -> emit.node("AddN").withList(parts).make();
    };
  }

  private Output<?> part(Forward.Use use) {
    GraphOperation operation = use.operation();
    Step step = new Step(operation, forward.inputs(operation), cotangents, emit);
    try {
      return Gradients.of(operation).at(step, use.input());
    } catch (TFInvalidArgumentException refused) {
      throw new UnsupportedGradientException(
          operation.type(),
          operation.name(),
          "TensorFlow refuses a node for it: " + refused.getMessage(),
          refused);
    }
  }

  /**
   * What the given gradients are computed from. The way back reads nothing of the model that
   * depends on its inputs, and so repeats none of it; of a tensor that is only asked for its shape,
   * the shape is kept. What is the same in every run, as weights are, is not kept but computed
   * again.
   *
   * @param wanted tensors that {@link #gradient} returned
   */
  public WayBack way(Collection<Output<?>> wanted) {
    Map<Output<?>, Output<?>> kept = new LinkedHashMap<>();
    Set<Output<?>> weights = new HashSet<>();
    Itemwise itemwise = new Itemwise(emit);
    boolean each = Itemwise.isOpen(cotangent);
    for (GraphOperation node : nodes(wanted)) {
      each &= itemwise.isNode(node);
      for (Operand<?> operand : node.inputs()) {
        Output<?> input = operand.asOutput();
        Output<?> source = emit.standsFor(input);
        if (source != null) {
          each &= Itemwise.isKept(source, input);
          kept.put(source, input);
        } else if (!emit.isMade(Forward.source(input))) {
          weights.add(input);
        }
      }
    }
    return new WayBack(
        kept, each, weights.stream().mapToLong(Dimensions::bytes).filter(size -> size > 0).sum());
  }

  /** All nodes of the way back from which some of its tensors are computed. */
  private Set<GraphOperation> nodes(Collection<Output<?>> wanted) {
    Set<GraphOperation> nodes = new LinkedHashSet<>();
    Deque<GraphOperation> open = new ArrayDeque<>();
    wanted.forEach(tensor -> open.push(Forward.source(tensor)));
    while (!open.isEmpty()) {
      GraphOperation node = open.pop();
      if (nodes.add(node)) {
        for (Operand<?> operand : node.inputs()) {
          Output<?> input = operand.asOutput();
          if (emit.standsFor(input) == null && emit.isMade(Forward.source(input))) {
            open.push(Forward.source(input));
          }
        }
      }
    }
    return nodes;
  }
}
