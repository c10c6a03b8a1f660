package io.github.gradcam.tf.internal.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;

/** The graph as it was before the way back was built into it. */
final class Forward {

  /**
   * A place where a tensor is used.
   *
   * @param operation the operation that uses it
   * @param input as which input
   */
  record Use(GraphOperation operation, int input) {}

  private final List<GraphOperation> operations = new ArrayList<>();
  private final Map<GraphOperation, Integer> positions = new HashMap<>();
  private final Map<GraphOperation, List<Output<?>>> inputs = new HashMap<>();
  private final Map<Output<?>, List<Use>> uses = new HashMap<>();

  Forward(Graph graph) {
    Iterator<GraphOperation> all = graph.operations();
    while (all.hasNext()) {
      add(all.next());
    }
  }

  private void add(GraphOperation operation) {
    positions.put(operation, operations.size());
    operations.add(operation);
    List<Output<?>> tensors = new ArrayList<>();
    for (Operand<?> operand : operation.inputs()) {
      Output<?> tensor = operand.asOutput();
      uses.computeIfAbsent(tensor, t -> new ArrayList<>(1)).add(new Use(operation, tensors.size()));
      tensors.add(tensor);
    }
    inputs.put(operation, List.copyOf(tensors));
  }

  /** All operations, each after those that it takes its inputs from. */
  List<GraphOperation> operations() {
    return operations;
  }

  boolean contains(Output<?> tensor) {
    return tensor.op() instanceof GraphOperation made && positions.containsKey(made);
  }

  /** Where in the order of operations a tensor is made. */
  int position(Output<?> tensor) {
    return positions.getOrDefault(source(tensor), -1);
  }

  List<Output<?>> inputs(GraphOperation operation) {
    return inputs.getOrDefault(operation, List.of());
  }

  List<Use> uses(Output<?> tensor) {
    return uses.getOrDefault(tensor, List.of());
  }

  /** The operation that makes a tensor. */
  static GraphOperation source(Output<?> tensor) {
    return (GraphOperation) tensor.op();
  }

  /** The tensors that an operation makes. */
  static List<Output<?>> outputs(GraphOperation operation) {
    List<Output<?>> outputs = new ArrayList<>();
    for (int i = 0; i < operation.numOutputs(); i++) {
      outputs.add(operation.output(i));
    }
    return outputs;
  }
}
