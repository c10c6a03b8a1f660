package io.github.gradcam.tf.internal.graph;

import java.util.Optional;
import org.tensorflow.proto.AttrValue;

/**
 * Recognises a softmax that is written out, as Keras did for maps of scores before TensorFlow 2.4.
 */
final class WrittenSoftmax {

  private final FlatGraph graph;

  private WrittenSoftmax(FlatGraph graph) {
    this.graph = graph;
  }

  /** What it takes, if a node is the last of one. */
  static Optional<Ref> scores(FlatGraph graph, Node node) {
    return new WrittenSoftmax(graph).scores(node);
  }

  private Optional<Ref> scores(Node quotient) {
    if (!quotient.op().equals("RealDiv")) {
      return Optional.empty();
    }
    Ref exponential = quotient.inputs().get(0);
    Node exp = graph.node(exponential);
    Node sum = graph.node(quotient.inputs().get(1));
    if (!exp.op().equals("Exp") || !isOver(sum, "Sum", exponential)) {
      return Optional.empty();
    }
    Node difference = graph.node(exp.inputs().get(0));
    if (!difference.op().equals("Sub")) {
      return Optional.empty();
    }
    Ref scores = difference.inputs().get(0);
    Node largest = graph.node(difference.inputs().get(1));
    return isOver(largest, "Max", scores)
            && axes(largest).isPresent()
            && axes(largest).equals(axes(sum))
        ? Optional.of(scores)
        : Optional.empty();
  }

  private static boolean isOver(Node node, String op, Ref tensor) {
    AttrValue kept = node.attributes().get("keep_dims");
    return node.op().equals(op)
        && node.inputs().get(0).equals(tensor)
        && kept != null
        && kept.getB();
  }

  private Optional<AttrValue> axes(Node reduction) {
    Node axes = graph.node(reduction.inputs().get(1));
    return Optional.ofNullable(axes.attributes().get("value"));
  }
}
