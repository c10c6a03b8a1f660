package io.github.gradcam.tf.internal.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;

/**
 * What a graph or a function consists of, looked at once however often the function is called.
 *
 * @param name the function's name, or empty for a graph
 * @param nodes by name, in their order
 * @param parameters by name, which of the arguments each is
 * @param outputs by number, what the function returns: a tensor of its body
 */
record Body(
    String name,
    Map<String, NodeDef> nodes,
    Map<String, Integer> parameters,
    List<String> outputs) {

  /** Of a graph. */
  static Body of(List<NodeDef> nodes) {
    return new Body("", byName(nodes), Map.of(), List.of());
  }

  /** Of a function. */
  static Body of(FunctionDef function) {
    OpDef signature = function.getSignature();
    Map<String, Integer> parameters = new HashMap<>();
    for (OpDef.ArgDef parameter : signature.getInputArgList()) {
      parameters.putIfAbsent(parameter.getName(), parameters.size());
    }
    List<String> outputs = new ArrayList<>();
    for (OpDef.ArgDef output : signature.getOutputArgList()) {
      outputs.add(function.getRetMap().getOrDefault(output.getName(), ""));
    }
    return new Body(
        signature.getName(), byName(function.getNodeDefList()), parameters, List.copyOf(outputs));
  }

  private static Map<String, NodeDef> byName(List<NodeDef> nodes) {
    Map<String, NodeDef> byName = new LinkedHashMap<>();
    for (NodeDef node : nodes) {
      if (byName.put(node.getName(), node) != null) {
        throw new MalformedGraphException("holds two nodes \"" + node.getName() + "\"");
      }
    }
    return byName;
  }

  /** The tensor of the body that an output of the function is. */
  String returned(int index) {
    if (index >= outputs.size()) {
      throw new MalformedGraphException(
          "reads output "
              + index
              + " of the function \""
              + name
              + "\", which has "
              + outputs.size());
    }
    if (outputs.get(index).isEmpty()) {
      throw new MalformedGraphException("lacks output " + index + " of \"" + name + "\"");
    }
    return outputs.get(index);
  }
}
