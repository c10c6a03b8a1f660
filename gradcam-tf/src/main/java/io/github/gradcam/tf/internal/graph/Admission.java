package io.github.gradcam.tf.internal.graph;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;

/**
 * Decides which operations may run. A graph is a program of a stranger's: what touches files, calls
 * Python, keeps state, or ends the process does not run, and what chooses its way at run time has
 * no gradient here.
 */
final class Admission {

  private static final Set<String> CONTROL_FLOW =
      Set.of(
          "If",
          "StatelessIf",
          "While",
          "StatelessWhile",
          "Case",
          "StatelessCase",
          "For",
          "Switch",
          "RefSwitch",
          "Merge",
          "RefMerge",
          "Enter",
          "RefEnter",
          "Exit",
          "RefExit",
          "NextIteration",
          "RefNextIteration",
          "LoopCond",
          "RefSelect");

  /** What keeps state and yet gives the same at each pass. */
  private static final Set<String> VARIABLES =
      Set.of("VarHandleOp", "ReadVariableOp", "ResourceGather", "Variable", "VariableV2");

  private static final Set<String> PYTHON = Set.of("PyFunc", "PyFuncStateless", "EagerPyFunc");

  private static final Set<String> PLACEHOLDERS =
      Set.of("Placeholder", "PlaceholderV2", "PlaceholderWithDefault");

  private final Operations operations;
  private final Bounds bounds = new Bounds();

  Admission(Operations operations) {
    this.operations = operations;
  }

  void check(NodeDef node, String label) {
    String op = node.getOp();
    if (CONTROL_FLOW.contains(op)) {
      throw refused(
          node,
          label,
          "It chooses at run time what is computed (tf.cond, tf.while_loop). Export the network so"
              + " that this is settled before, such as with training=False.");
    }
    if (op.contains("LookupTable") || op.contains("HashTable")) {
      throw refused(
          node,
          label,
          "It looks something up in a table, such as labels. Choose an output before that, or export"
              + " the network without it.");
    }
    if (PYTHON.contains(op)) {
      throw refused(
          node,
          label,
          "It calls Python (tf.py_function, tf.numpy_function) and runs only where it was made."
              + " Export the network without it.");
    }
    OpDef known =
        operations
            .find(op)
            .orElseThrow(
                () ->
                    refused(
                        node,
                        label,
                        "This TensorFlow does not have it: it comes from an extension or a newer"
                            + " version. Export the network with operations of TensorFlow's own,"
                            + " from a version that is no newer."));
    if (op.startsWith("_") || op.startsWith("Xla") || op.startsWith("Debug")) {
      throw refused(
          node,
          label,
          "It is of TensorFlow's own making and does not belong in a file. Export the network"
              + " without it.");
    }
    if (op.equals("ImmutableConst") || op.equals("Abort") || op.equals("Unbatch")) {
      throw refused(
          node, label, "It reaches outside of the network. Export the network without it.");
    }
    if (node.getAttrMap().values().stream().anyMatch(Admission::isFunction)) {
      throw refused(
          node,
          label,
          "It runs functions in a way that cannot be looked into. Export the network without it.");
    }
    if (holdsText(node, known)) {
      throw refused(
          node,
          label,
          "It works on texts, such as encoded photos or class names. Choose a signature that takes"
              + " images as numbers, and an output that gives numbers.");
    }
    if (known.getIsStateful() && !VARIABLES.contains(op) && !PLACEHOLDERS.contains(op)) {
      throw refused(
          node,
          label,
          isRandom(op)
              ? "It gives other numbers at each pass, so that nothing could be explained twice alike."
                  + " Export the network for inference, with training=False."
              : "It changes something outside of the network or depends on it. Export the network"
                  + " without it.");
    }
    bounds.check(node, known, label);
  }

  private static boolean isRandom(String op) {
    return Stream.of("Random", "Rng", "Normal", "Uniform", "Multinomial", "NonDeterministic")
        .anyMatch(op::contains);
  }

  private static boolean isFunction(AttrValue value) {
    return value.hasFunc() || (value.hasList() && value.getList().getFuncCount() > 0);
  }

  private static boolean holdsText(NodeDef node, OpDef known) {
    for (Map.Entry<String, AttrValue> attribute : node.getAttrMap().entrySet()) {
      AttrValue value = attribute.getValue();
      if (value.getType() == DataType.DT_STRING
          || (value.hasList() && value.getList().getTypeList().contains(DataType.DT_STRING))) {
        return true;
      }
    }
    return known.getInputArgList().stream().anyMatch(Admission::isText)
        || known.getOutputArgList().stream().anyMatch(Admission::isText);
  }

  private static boolean isText(OpDef.ArgDef argument) {
    return argument.getType() == DataType.DT_STRING;
  }

  private static RefusedOperationException refused(NodeDef node, String label, String reason) {
    return new RefusedOperationException(node.getOp(), label, reason);
  }
}
