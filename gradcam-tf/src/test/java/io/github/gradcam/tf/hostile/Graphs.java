package io.github.gradcam.tf.hostile;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;

/**
 * A graph that is being changed, with its functions and signatures.
 *
 * @param meta the whole
 */
record Graphs(MetaGraphDef.Builder meta) {

  /** What only saves and restores. */
  private static final Set<String> ASIDE =
      Set.of(
          "AssignVariableOp",
          "Identity",
          "MergeV2Checkpoints",
          "NoOp",
          "Pack",
          "RestoreV2",
          "SaveV2",
          "ShardedFilename",
          "StringJoin",
          "VarHandleOp");

  /** A network whose graph has been changed. */
  static Network changed(Network network, Consumer<Graphs> change)
      throws InvalidProtocolBufferException {
    byte[] bytes = network.files().get(network.graph());
    if (network.graph().isEmpty()) {
      MetaGraphDef.Builder meta = MetaGraphDef.newBuilder().setGraphDef(GraphDef.parseFrom(bytes));
      change.accept(new Graphs(meta));
      return network.with("", meta.getGraphDef().toByteArray());
    }
    SavedModel.Builder saved = SavedModel.parseFrom(bytes).toBuilder();
    change.accept(new Graphs(saved.getMetaGraphsBuilder(0)));
    return network.with(Network.SAVED_MODEL, saved.build().toByteArray());
  }

  GraphDef.Builder graph() {
    return meta.getGraphDefBuilder();
  }

  /** All nodes, those of functions included. */
  List<NodeDef.Builder> nodes() {
    List<NodeDef.Builder> nodes = new ArrayList<>(graph().getNodeBuilderList());
    for (FunctionDef.Builder function : functions()) {
      nodes.addAll(function.getNodeDefBuilderList());
    }
    return nodes;
  }

  List<FunctionDef.Builder> functions() {
    return graph().getLibraryBuilder().getFunctionBuilderList();
  }

  /** One of the nodes, most often one that computes. */
  NodeDef.Builder node(Random random) {
    List<NodeDef.Builder> nodes = nodes();
    NodeDef.Builder node = nodes.get(random.nextInt(nodes.size()));
    for (int i = 0; i < 20 && ASIDE.contains(node.getOp()); i++) {
      node = nodes.get(random.nextInt(nodes.size()));
    }
    return node;
  }

  /** The constants. */
  List<NodeDef.Builder> constants() {
    List<NodeDef.Builder> constants = new ArrayList<>(nodes());
    constants.removeIf(node -> !node.getOp().equals("Const") || !node.containsAttr("value"));
    return constants;
  }
}
