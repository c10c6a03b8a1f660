package io.github.gradcam.tf.internal.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.OpList;

/** What TensorFlow knows of each type of operation. */
public final class Operations {

  /** More tensors are joined or split nowhere. */
  private static final int MOST_IN_LIST = 65_536;

  private final Map<String, OpDef> byType = new HashMap<>();

  /** From TensorFlow's own list. */
  public Operations(OpList list) {
    list.getOpList().forEach(op -> byType.put(op.getName(), op));
  }

  /** What is known of a type. */
  Optional<OpDef> find(String type) {
    return Optional.ofNullable(byType.get(type));
  }

  /** Where a named output begins, counted over all outputs of a node. */
  int offset(NodeDef node, String output) {
    OpDef op = byType.get(node.getOp());
    if (op == null) {
      // Nobody knows its outputs. Whoever follows the reference is told so with the node's name.
      return 0;
    }
    long offset = 0;
    for (OpDef.ArgDef argument : op.getOutputArgList()) {
      if (argument.getName().equals(output)) {
        return Math.toIntExact(offset);
      }
      offset = Math.min(Integer.MAX_VALUE, offset + length(node, op, argument));
    }
    throw new MalformedGraphException(
        "reads the output \"" + output + "\" of an operation " + node.getOp() + ", which has none");
  }

  /** The type of the numbers of a tensor; {@code DT_INVALID} where that is not known. */
  public DataType type(Node node, int index) {
    OpDef op = byType.get(node.op());
    if (op == null) {
      return DataType.DT_INVALID;
    }
    NodeDef proto = NodeDef.newBuilder().setOp(node.op()).putAllAttr(node.attributes()).build();
    long first = 0;
    for (OpDef.ArgDef argument : op.getOutputArgList()) {
      long length = length(proto, op, argument);
      if (index < first + length) {
        return type(proto, op, argument, Math.toIntExact(index - first));
      }
      first += length;
    }
    return DataType.DT_INVALID;
  }

  /** How many tensors a node gives. */
  public int outputs(Node node) {
    OpDef op = byType.get(node.op());
    if (op == null) {
      return 1;
    }
    NodeDef proto = NodeDef.newBuilder().setOp(node.op()).putAllAttr(node.attributes()).build();
    long count = 0;
    for (OpDef.ArgDef argument : op.getOutputArgList()) {
      count = Math.min(Integer.MAX_VALUE, count + length(proto, op, argument));
    }
    return (int) count;
  }

  /** How many tensors a node reads, by what it says of itself. */
  static long inputs(NodeDef node, OpDef op) {
    long count = 0;
    for (OpDef.ArgDef argument : op.getInputArgList()) {
      count = Math.min(Integer.MAX_VALUE, count + length(node, op, argument));
    }
    return count;
  }

  private static DataType type(NodeDef node, OpDef op, OpDef.ArgDef argument, int within) {
    if (!argument.getTypeListAttr().isEmpty()) {
      return attribute(node, op, argument.getTypeListAttr()).getList().getType(within);
    }
    return argument.getTypeAttr().isEmpty()
        ? argument.getType()
        : attribute(node, op, argument.getTypeAttr()).getType();
  }

  private static long length(NodeDef node, OpDef op, OpDef.ArgDef argument) {
    if (!argument.getNumberAttr().isEmpty()) {
      long length = attribute(node, op, argument.getNumberAttr()).getI();
      if (length < 0 || length > MOST_IN_LIST) {
        throw new MalformedGraphException(
            "holds an operation " + op.getName() + " of " + length + " tensors");
      }
      return length;
    }
    if (!argument.getTypeListAttr().isEmpty()) {
      return attribute(node, op, argument.getTypeListAttr()).getList().getTypeCount();
    }
    return 1;
  }

  private static AttrValue attribute(NodeDef node, OpDef op, String name) {
    AttrValue given = node.getAttrMap().get(name);
    if (given != null) {
      return given;
    }
    return op.getAttrList().stream()
        .filter(attribute -> attribute.getName().equals(name))
        .findFirst()
        .map(OpDef.AttrDef::getDefaultValue)
        .orElseGet(AttrValue::getDefaultInstance);
  }
}
