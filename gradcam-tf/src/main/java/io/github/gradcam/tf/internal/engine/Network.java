package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.model.Computation;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.Lifetime;
import io.github.gradcam.tf.internal.gradient.Backward;
import io.github.gradcam.tf.internal.graph.FlatGraph;
import io.github.gradcam.tf.internal.graph.Node;
import io.github.gradcam.tf.internal.graph.Ref;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Output;
import org.tensorflow.Session;

/**
 * A network in the engine: a graph and a session of its own, whose variables are filled, and the
 * way back through it. Runs may go on in any number of threads; nodes are added one at a time.
 */
final class Network {

  private static final String GRADIENTS = "gradcam/gradient";

  private final Graph graph;
  private final Session session;
  private final Backward backward;
  private final Output<?> input;
  private final Output<?> output;
  private final Computation computation;
  private final Lifetime lifetime;

  private Network(Graph graph, Session session, FlatGraph nodes, Computation computation) {
    this.graph = graph;
    this.session = session;
    this.input = output(graph, nodes.input());
    this.output = output(graph, nodes.output());
    this.computation = computation;
    this.backward = Backward.of(graph, List.of(input), output, GRADIENTS);
    this.lifetime =
        new Lifetime(
            () -> {
              session.close();
              graph.close();
            });
  }

  /**
   * Loads a network.
   *
   * @param nodes the network
   * @param weights what its variables hold
   * @param options where and how it shall run
   * @throws LoadException if the engine does not take it
   */
  static Network load(FlatGraph nodes, Weights weights, ModelOptions options) {
    Graph graph = new Graph();
    try {
      graph.importGraphDef(nodes.toProto(Devices.nameOf(options.device())));
      Session session = new Session(graph, Settings.of(nodes, graph, options));
      try {
        weights.fill(graph, session, handles(graph, nodes));
        return new Network(graph, session, nodes, Settings.computation(options.execution()));
      } catch (RuntimeException | Error failed) {
        session.close();
        throw failed;
      }
    } catch (RuntimeException failed) {
      graph.close();
      throw LoadErrors.of(failed);
    } catch (Error failed) {
      graph.close();
      throw failed;
    }
  }

  private static Map<String, GraphOperation> handles(Graph graph, FlatGraph nodes) {
    Map<String, GraphOperation> handles = new LinkedHashMap<>();
    for (Node node : nodes.nodes().values()) {
      if (node.op().equals("VarHandleOp")) {
        handles.putIfAbsent(
            node.text("shared_name").orElse(node.label()), graph.operationOrThrow(node.name()));
      }
    }
    return handles;
  }

  private static Output<?> output(Graph graph, Ref ref) {
    return graph.operationOrThrow(ref.node()).output(ref.index());
  }

  Graph graph() {
    return graph;
  }

  Session.Runner runner() {
    return session.runner();
  }

  /** The way back; only in the graph's turn. */
  Backward backward() {
    return backward;
  }

  Output<?> input() {
    return input;
  }

  Output<?> output() {
    return output;
  }

  /** A tensor of the network. */
  Output<?> tensor(Ref ref) {
    return output(graph, ref);
  }

  /** How passes are computed. */
  Computation computation() {
    return computation;
  }

  Lifetime lifetime() {
    return lifetime;
  }
}
