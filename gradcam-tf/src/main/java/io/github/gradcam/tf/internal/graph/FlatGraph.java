package io.github.gradcam.tf.internal.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.VersionDef;

/**
 * A network without functions.
 *
 * @param nodes by name, each behind all that it reads
 * @param input the node that is fed
 * @param output the tensor that is asked for
 * @param version which version of graphs it was written for
 */
public record FlatGraph(Map<String, Node> nodes, Ref input, Ref output, VersionDef version) {

  /** The graph of nodes in their order. */
  static Map<String, Node> byName(Collection<Node> nodes) {
    Map<String, Node> byName = new LinkedHashMap<>();
    nodes.forEach(node -> byName.put(node.name(), node));
    return byName;
  }

  /** A node that is surely there. */
  public Node node(Ref ref) {
    Node node = nodes.get(ref.node());
    if (node == null) {
      throw new IllegalStateException("no node " + ref.node());
    }
    return node;
  }

  /** The same network with other nodes. */
  public FlatGraph with(Collection<Node> others, Ref other) {
    return new FlatGraph(byName(others), input, other, version);
  }

  /** The names of the nodes through which the input reaches the output, in order. */
  public Set<String> active() {
    Set<String> active = new HashSet<>(Set.of(input.node()));
    List<Node> order = new ArrayList<>(nodes.values());
    for (Node node : order) {
      if (node.inputs().stream().anyMatch(read -> active.contains(read.node()))) {
        active.add(node.name());
      }
    }
    active.retainAll(leadingTo(output, order));
    return active;
  }

  /** The names of the nodes from which a tensor is computed, its own included. */
  public Set<String> leadingTo(Ref tensor) {
    return leadingTo(tensor, new ArrayList<>(nodes.values()));
  }

  private static Set<String> leadingTo(Ref tensor, List<Node> order) {
    Set<String> leading = new HashSet<>(Set.of(tensor.node()));
    for (int i = order.size() - 1; i >= 0; i--) {
      Node node = order.get(i);
      if (leading.contains(node.name())) {
        node.inputs().forEach(read -> leading.add(read.node()));
      }
    }
    return leading;
  }

  /** For TensorFlow, all on one device. */
  public GraphDef toProto(String device) {
    GraphDef.Builder proto = GraphDef.newBuilder().setVersions(version);
    nodes.values().forEach(node -> proto.addNode(node.toProto(device)));
    return proto.build();
  }
}
