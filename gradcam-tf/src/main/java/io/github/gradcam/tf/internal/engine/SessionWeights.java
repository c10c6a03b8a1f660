package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.error.ModelOpenException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.DataType;

/**
 * Variables as they are in a session of the user's at this moment, copied.
 *
 * <p>The user's graph is read where it already reads a variable. Where only its functions do, one
 * node that reads it is added, under {@code gradcam/read}; nothing else in the graph knows of it.
 *
 * @param theirs the user's session
 */
public record SessionWeights(Session theirs) implements Weights {

  private static final String SCOPE = "gradcam/read/";

  @Override
  public void fill(Graph graph, Session session, Map<String, GraphOperation> handles) {
    if (handles.isEmpty()) {
      return;
    }
    Map<String, Output<?>> readers = readers(theirs.graph());
    Session.Runner reading = theirs.runner();
    for (String name : handles.keySet()) {
      Output<?> reader = readers.get(name);
      if (reader == null) {
        throw new ModelOpenException(
            "The variable \"" + name + "\" of the network is not in the graph of the session.");
      }
      reading.fetch(reader);
    }
    try (Result values = reading.run()) {
      write(graph, session, handles, values);
    } catch (TensorFlowException | IllegalArgumentException | IllegalStateException unset) {
      throw new ModelOpenException(
          "The variables of the network have no values yet: "
              + EngineErrors.line(unset)
              + ". Initialize or restore them in the session before the network is explained.",
          unset);
    }
  }

  private static void write(
      Graph graph, Session session, Map<String, GraphOperation> handles, Result values) {
    Session.Runner writing = session.runner();
    int next = 0;
    for (GraphOperation handle : handles.values()) {
      DataType type = handle.attributes().getAttrType("dtype");
      Output<?> value =
          graph
              .opBuilder("Placeholder", "gradcam/weights/value" + next, graph.baseScope())
              .setAttr("dtype", type)
              .build()
              .output(0);
      writing.feed(value, values.get(next));
      writing.addTarget(
          graph
              .opBuilder("AssignVariableOp", "gradcam/weights/assign" + next, graph.baseScope())
              .addInput(handle.output(0))
              .addInput(value)
              .setAttr("dtype", type)
              .build());
      next++;
    }
    writing.run().close();
  }

  /** What gives the value of each variable, by shared name. */
  private static Map<String, Output<?>> readers(Graph graph) {
    Map<String, Output<?>> readers = new HashMap<>();
    List<GraphOperation> handles = new ArrayList<>();
    Iterator<GraphOperation> operations = graph.operations();
    while (operations.hasNext()) {
      GraphOperation operation = operations.next();
      switch (operation.type()) {
        case "VarHandleOp" -> handles.add(operation);
        case "Variable", "VariableV2" -> readers.put(shared(operation), operation.output(0));
        default -> {
          // Holds no variable.
        }
      }
    }
    for (GraphOperation handle : handles) {
      if (!readers.containsKey(shared(handle))) {
        readers.put(shared(handle), reading(graph, handle));
      }
    }
    return readers;
  }

  private static Output<?> reading(Graph graph, GraphOperation handle) {
    Optional<GraphOperation> known =
        handle.consumers().stream()
            .filter(consumer -> consumer.type().equals("ReadVariableOp"))
            .findFirst();
    String name = SCOPE + handle.name();
    GraphOperation added = graph.operation(name);
    return known
        .or(() -> Optional.ofNullable(added))
        .orElseGet(
            () ->
                graph
                    .opBuilder("ReadVariableOp", name, graph.baseScope())
                    .addInput(handle.output(0))
                    .setAttr("dtype", handle.attributes().getAttrType("dtype"))
                    .build())
        .output(0);
  }

  private static String shared(GraphOperation variable) {
    // As text, an attribute that was left out comes with whatever lay in memory.
    String shared = variable.attributes().getAttrValueProto("shared_name").getS().toStringUtf8();
    return shared.isEmpty() ? variable.name() : shared;
  }
}
