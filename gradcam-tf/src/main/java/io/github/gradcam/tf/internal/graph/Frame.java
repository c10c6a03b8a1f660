package io.github.gradcam.tf.internal.graph;

import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.NodeDef;

/** The body of a graph, or of a function for one of its calls. */
final class Frame {

  private final @Nullable Call call;
  private final String scope;
  private final int depth;
  private final Body body;

  /**
   * Where a function is called.
   *
   * @param from the body that calls
   * @param node the call
   */
  record Call(Frame from, NodeDef node) {}

  private Frame(@Nullable Call call, String scope, int depth, Body body) {
    this.call = call;
    this.scope = scope;
    this.depth = depth;
    this.body = body;
  }

  /** The outermost body. */
  static Frame outermost(Body body) {
    return new Frame(null, "", 0, body);
  }

  /** The body of a function for a call in this one. */
  Frame called(NodeDef node, Body function) {
    String label = label(node.getName());
    return new Frame(
        new Call(this, node), label.substring(0, label.lastIndexOf('/') + 1), depth + 1, function);
  }

  /** The call that this is the body for, or null for the outermost. */
  @Nullable Call call() {
    return call;
  }

  /** How many calls lead here. */
  int depth() {
    return depth;
  }

  Body body() {
    return body;
  }

  /** What users call a node: a call's own name is nothing that they gave. */
  String label(String name) {
    return scope + name;
  }
}
