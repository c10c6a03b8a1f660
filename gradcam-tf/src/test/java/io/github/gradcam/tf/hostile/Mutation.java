package io.github.gradcam.tf.hostile;

import io.github.gradcam.trials.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

/** The ways in which a network is damaged. */
enum Mutation {
  /** Single bits of the graph's file. */
  BITS {
    @Override
    Network of(Network whole, Network other, List<OpDef> operations, Random random) {
      return whole.with(whole.graph(), Bytes.flipped(bytes(whole), random));
    }
  },
  /** A run of bytes of it. */
  RUN {
    @Override
    Network of(Network whole, Network other, List<OpDef> operations, Random random) {
      return whole.with(whole.graph(), Bytes.overwritten(bytes(whole), random));
    }
  },
  /** A range of it that is there twice or not at all, or an end that is missing. */
  LENGTH {
    @Override
    Network of(Network whole, Network other, List<OpDef> operations, Random random) {
      byte[] bytes = bytes(whole);
      return whole.with(
          whole.graph(),
          random.nextInt(3) == 0 ? Bytes.cut(bytes, random) : Bytes.moved(bytes, random));
    }
  },
  /** The beginning of one graph and the end of another. */
  SPLICE {
    @Override
    Network of(Network whole, Network other, List<OpDef> operations, Random random) {
      return whole.with(whole.graph(), Bytes.spliced(bytes(whole), bytes(other), random));
    }
  },
  /** The checkpoint's list. */
  INDEX {
    @Override
    Network of(Network whole, Network other, List<OpDef> operations, Random random) {
      return damaged(whole, "variables.index", random);
    }
  },
  /** The checkpoint's list, with check sums that agree. */
  ENTRIES {
    @Override
    Network of(Network whole, Network other, List<OpDef> operations, Random random) {
      byte[] bytes = whole.files().get(INDEX_FILE);
      return bytes == null
          ? damaged(whole, "", random)
          : whole.with(INDEX_FILE, Signed.damaged(bytes, random));
    }
  },
  /** The checkpoint's numbers. */
  NUMBERS {
    @Override
    Network of(Network whole, Network other, List<OpDef> operations, Random random) {
      return damaged(whole, "variables.data-00000-of-00001", random);
    }
  },
  /** The checkpoint of another network, or a part of it. */
  MIX {
    @Override
    Network of(Network whole, Network other, List<OpDef> operations, Random random) {
      Network mixed = whole;
      for (String path : whole.files().keySet()) {
        if (!path.equals(whole.graph()) && random.nextBoolean()) {
          mixed = mixed.with(path, other.files().getOrDefault(path, new byte[0]));
        }
      }
      return mixed;
    }
  },
  /** An attribute of a node. */
  ATTRIBUTE {
    @Override
    Network of(Network whole, Network other, List<OpDef> operations, Random random)
        throws IOException {
      return Graphs.changed(whole, graphs -> attribute(graphs.node(random), random));
    }
  },
  /** Several attributes of nodes. */
  ATTRIBUTES {
    @Override
    Network of(Network whole, Network other, List<OpDef> operations, Random random)
        throws IOException {
      return Graphs.changed(
          whole,
          graphs -> {
            for (int i = 0; i < 4; i++) {
              attribute(graphs.node(random), random);
            }
          });
    }
  },
  /** A constant: its shape, its type, its content. */
  CONSTANT {
    @Override
    Network of(Network whole, Network other, List<OpDef> operations, Random random)
        throws IOException {
      return Graphs.changed(
          whole,
          graphs -> {
            List<NodeDef.Builder> constants = graphs.constants();
            if (!constants.isEmpty()) {
              NodeDef.Builder node = constants.get(random.nextInt(constants.size()));
              AttrValue value = node.getAttrOrThrow("value");
              node.putAttr("value", Attributes.changed(value, random));
            }
          });
    }
  },
  /** Where a node's inputs come from. */
  INPUTS {
    @Override
    Network of(Network whole, Network other, List<OpDef> operations, Random random)
        throws IOException {
      return Graphs.changed(whole, graphs -> inputs(graphs, graphs.node(random), random));
    }
  },
  /** What a node computes: another operation of the network, with its attributes or without. */
  OPERATION {
    @Override
    Network of(Network whole, Network other, List<OpDef> operations, Random random)
        throws IOException {
      return Graphs.changed(
          whole,
          graphs -> {
            NodeDef.Builder node = graphs.node(random);
            NodeDef.Builder like = graphs.node(random);
            node.setOp(like.getOp());
            if (random.nextBoolean()) {
              node.clearAttr().putAllAttr(like.getAttrMap());
            }
          });
    }
  },
  /** What a node computes: any operation that TensorFlow has. */
  ANYTHING {
    @Override
    Network of(Network whole, Network other, List<OpDef> operations, Random random)
        throws IOException {
      return Graphs.changed(whole, graphs -> anything(graphs.node(random), operations, random));
    }
  },
  /** Names: of nodes, functions, what they take and give. */
  NAMES {
    @Override
    Network of(Network whole, Network other, List<OpDef> operations, Random random)
        throws IOException {
      return Graphs.changed(whole, graphs -> names(graphs, random));
    }
  },
  /** The signatures: names, types and shapes of tensors. */
  SIGNATURE {
    @Override
    Network of(Network whole, Network other, List<OpDef> operations, Random random)
        throws IOException {
      return Graphs.changed(whole, graphs -> signature(graphs, random));
    }
  };

  private static final String INDEX_FILE = "variables/variables.index";

  private static final List<String> NAMES_OF_STRANGERS =
      List.of("", " ", "/", "..", "a/../b", "^x", "x:0", "net/x", "_x", "\n", "ü", "x\u0000y");

  /**
   * A damaged network.
   *
   * @param whole the network
   * @param other another network
   * @param operations all that TensorFlow has
   * @param random where chance comes from
   */
  abstract Network of(Network whole, Network other, List<OpDef> operations, Random random)
      throws IOException;

  private static byte[] bytes(Network network) {
    return network.files().getOrDefault(network.graph(), new byte[1]);
  }

  private static Network damaged(Network whole, String file, Random random) {
    String path = "variables/" + file;
    byte[] bytes = whole.files().get(path);
    return bytes == null
        ? whole.with(whole.graph(), Bytes.damaged(bytes(whole), random))
        : whole.with(path, Bytes.damaged(bytes, random));
  }

  private static void attribute(NodeDef.Builder node, Random random) {
    List<String> names = new ArrayList<>(node.getAttrMap().keySet());
    names.removeIf(name -> name.startsWith("_"));
    names.sort(null);
    if (names.isEmpty()) {
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(8)) {
      case 0 -> node.removeAttr(name);
      case 1 -> node.putAttr(name, Attributes.other(random));
      default -> node.putAttr(name, Attributes.changed(node.getAttrOrThrow(name), random));
    }
  }

  private static void inputs(Graphs graphs, NodeDef.Builder node, Random random) {
    String other = graphs.node(random).getName();
    if (node.getInputCount() == 0) {
      node.addInput(other);
      return;
    }
    int at = random.nextInt(node.getInputCount());
    switch (random.nextInt(6)) {
      case 0 -> node.setInput(at, node.getName());
      case 1 -> node.setInput(at, node.getInput(random.nextInt(node.getInputCount())));
      case 2 -> node.setInput(at, node.getInput(at) + ":" + Attributes.number(random));
      case 3 -> node.addInput(node.getInput(at));
      case 4 -> node.clearInput();
      default -> node.setInput(at, other);
    }
  }

  private static void anything(NodeDef.Builder node, List<OpDef> operations, Random random) {
    OpDef operation = operations.get(random.nextInt(operations.size()));
    List<String> inputs = List.copyOf(node.getInputList());
    node.setOp(operation.getName()).clearAttr().clearInput();
    for (OpDef.AttrDef attribute : operation.getAttrList()) {
      if (attribute.hasDefaultValue()) {
        boolean usual = random.nextInt(3) > 0;
        AttrValue value = attribute.getDefaultValue();
        node.putAttr(attribute.getName(), usual ? value : Attributes.changed(value, random));
      } else {
        node.putAttr(attribute.getName(), fitting(attribute, random));
      }
    }
    for (int i = 0; i < operation.getInputArgCount() && !inputs.isEmpty(); i++) {
      node.addInput(inputs.get(random.nextInt(inputs.size())));
    }
  }

  private static AttrValue fitting(OpDef.AttrDef attribute, Random random) {
    AttrValue.Builder value = AttrValue.newBuilder();
    return switch (attribute.getType()) {
      case "type" -> value.setType(org.tensorflow.proto.DataType.DT_FLOAT).build();
      case "int" -> value.setI(1 + random.nextInt(4)).build();
      case "list(int)" ->
          value.setList(AttrValue.ListValue.newBuilder().addAllI(List.of(1L, 2L, 2L, 1L))).build();
      case "string" -> value.setS(com.google.protobuf.ByteString.copyFromUtf8("SAME")).build();
      case "shape" -> value.setShape(Attributes.changed(value.getShape(), random)).build();
      case "float" -> value.setF(1).build();
      case "bool" -> value.setB(random.nextBoolean()).build();
      default -> Attributes.other(random);
    };
  }

  private static void names(Graphs graphs, Random random) {
    String odd = NAMES_OF_STRANGERS.get(random.nextInt(NAMES_OF_STRANGERS.size()));
    NodeDef.Builder node = graphs.node(random);
    String name = random.nextBoolean() ? odd : graphs.node(random).getName();
    List<FunctionDef.Builder> functions = graphs.functions();
    if (functions.isEmpty() || random.nextInt(3) == 0) {
      node.setName(name);
      return;
    }
    FunctionDef.Builder function = functions.get(random.nextInt(functions.size()));
    FunctionDef.Builder other = functions.get(random.nextInt(functions.size()));
    OpDef.Builder signature = function.getSignatureBuilder();
    switch (random.nextInt(5)) {
      case 0 -> signature.setName(other.getSignature().getName());
      case 1 -> signature.clearInputArg();
      case 2 -> signature.clearOutputArg();
      case 3 -> function.clearRet().putAllRet(other.getRetMap());
      default -> function.clearNodeDef().addAllNodeDef(other.getNodeDefList());
    }
  }

  private static void signature(Graphs graphs, Random random) {
    List<String> keys = new ArrayList<>(graphs.meta().getSignatureDefMap().keySet());
    keys.removeIf(key -> key.startsWith("__"));
    keys.sort(null);
    if (keys.isEmpty()) {
      graphs.graph().clearVersions();
      return;
    }
    String key = keys.get(random.nextInt(keys.size()));
    SignatureDef.Builder signature = graphs.meta().getSignatureDefOrThrow(key).toBuilder();
    List<String> outputs = new ArrayList<>(signature.getOutputsMap().keySet());
    outputs.sort(null);
    if (outputs.isEmpty()) {
      return;
    }
    String output = outputs.get(random.nextInt(outputs.size()));
    TensorInfo.Builder tensor = signature.getOutputsOrThrow(output).toBuilder();
    switch (random.nextInt(5)) {
      case 0 -> tensor.setName(graphs.node(random).getName() + ":0");
      case 1 -> tensor.setName(tensor.getName() + ":" + Attributes.number(random));
      case 2 -> tensor.setDtype(Attributes.type(random));
      case 3 -> tensor.setTensorShape(Attributes.changed(tensor.getTensorShape(), random));
      default -> tensor.clearName();
    }
    graphs.meta().putSignatureDef(key, signature.putOutputs(output, tensor.build()).build());
  }
}
