package io.github.gradcam.tf.internal.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.NodeDef;

/** The body of a graph, or of a function for one of its calls. */
final class Frame {

  /** Deeper than people nest functions, and far from what a stack bears. */
  private static final int DEEPEST = 200;

  private final @Nullable Call call;
  private final String scope;
  private final int depth;
  private final Map<String, NodeDef> nodes = new HashMap<>();
  private final Map<String, Frame> calls = new HashMap<>();

  /**
   * Where a function is called.
   *
   * @param from the body that calls
   * @param node the call
   * @param function what is called
   */
  record Call(Frame from, NodeDef node, FunctionDef function) {

    /** The outer tensor that is given for a parameter, or null if there is no such parameter. */
    @Nullable String argument(String parameter) {
      int count = function.getSignature().getInputArgCount();
      for (int i = 0; i < count; i++) {
        if (function.getSignature().getInputArg(i).getName().equals(parameter)) {
          if (i >= node.getInputCount() || node.getInput(i).startsWith("^")) {
            throw new MalformedGraphException(
                "calls \"" + function.getSignature().getName() + "\" with too few arguments");
          }
          return node.getInput(i);
        }
      }
      return null;
    }
  }

  private Frame(@Nullable Call call, String scope, int depth, List<NodeDef> body) {
    this.call = call;
    this.scope = scope;
    this.depth = depth;
    for (NodeDef node : body) {
      if (nodes.put(node.getName(), node) != null) {
        throw new MalformedGraphException("holds two nodes \"" + node.getName() + "\"");
      }
    }
  }

  /** The outermost body. */
  static Frame outermost(List<NodeDef> body) {
    return new Frame(null, "", 0, body);
  }

  /** The body of a function for a call in this one; always the same for the same call. */
  Frame called(NodeDef node, FunctionDef function) {
    Frame known = calls.get(node.getName());
    if (known == null) {
      if (depth == DEEPEST) {
        throw new MalformedGraphException(
            "nests functions more than "
                + DEEPEST
                + " deep, as if they called each other in a ring");
      }
      String label = label(node.getName());
      known =
          new Frame(
              new Call(this, node, function),
              label.substring(0, label.lastIndexOf('/') + 1),
              depth + 1,
              function.getNodeDefList());
      calls.put(node.getName(), known);
    }
    return known;
  }

  /** The call that this is the body for, or null for the outermost. */
  @Nullable Call call() {
    return call;
  }

  /** What users call a node: a call's own name is nothing that they gave. */
  String label(String name) {
    return scope + name;
  }

  @Nullable NodeDef node(String name) {
    return nodes.get(name);
  }
}
