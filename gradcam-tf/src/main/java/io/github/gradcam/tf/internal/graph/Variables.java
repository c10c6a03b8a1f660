package io.github.gradcam.tf.internal.graph;

import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;

/**
 * Writes variables in one way.
 *
 * <p>A variable is known by its shared name, which is its node's name where a file gives none. The
 * variables of TensorFlow 1 are tensors that are written to; they become what TensorFlow 2 has, a
 * handle and a node that reads it.
 */
final class Variables {

  private static final String SHARED_NAME = "shared_name";

  private Variables() {}

  static boolean isHandle(String op) {
    return op.equals("VarHandleOp");
  }

  static boolean isOfTensorFlow1(String op) {
    return op.equals("Variable") || op.equals("VariableV2");
  }

  /** A handle under its own name, alone in the session that will hold it. */
  static Node handle(Node node) {
    Map<String, AttrValue> attributes = new HashMap<>(node.attributes());
    attributes.keySet().retainAll(List.of("dtype", "shape"));
    String shared = node.text(SHARED_NAME).orElse(node.label());
    attributes.put(
        SHARED_NAME, AttrValue.newBuilder().setS(ByteString.copyFromUtf8(shared)).build());
    return new Node(node.name(), node.label(), "VarHandleOp", List.of(), attributes);
  }

  /** What reads a handle. */
  static Node reading(String name, Node handle) {
    AttrValue type =
        AttrValue.newBuilder().setType(handle.type("dtype").orElse(DataType.DT_FLOAT)).build();
    return new Node(
        name, handle.label(), "ReadVariableOp", List.of(handle.first()), Map.of("dtype", type));
  }
}
