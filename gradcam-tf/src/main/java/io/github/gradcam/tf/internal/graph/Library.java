package io.github.gradcam.tf.internal.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.FunctionDefLibrary;
import org.tensorflow.proto.NodeDef;

/** The functions of a file. */
final class Library {

  private final Map<String, FunctionDef> functions = new HashMap<>();
  private final Map<String, Body> bodies = new HashMap<>();

  Library(FunctionDefLibrary library) {
    library
        .getFunctionList()
        .forEach(function -> functions.put(function.getSignature().getName(), function));
  }

  /** The function that a node calls, if it is a call that always happens. */
  Optional<Body> calledBy(NodeDef node) {
    String op = node.getOp();
    if (op.equals("PartitionedCall") || op.equals("StatefulPartitionedCall")) {
      AttrValue f = node.getAttrMap().get("f");
      String name = f == null ? "" : f.getFunc().getName();
      FunctionDef function = functions.get(name);
      if (function == null) {
        throw new MalformedGraphException(
            "calls the function \"" + name + "\", which is not in it");
      }
      return Optional.of(body(function));
    }
    return Optional.ofNullable(functions.get(op)).map(this::body);
  }

  private Body body(FunctionDef function) {
    return bodies.computeIfAbsent(function.getSignature().getName(), name -> Body.of(function));
  }
}
