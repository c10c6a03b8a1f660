package io.github.gradcam.tf.internal.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Sees to it that what should be a list of numbers is one: TensorFlow ends the process over a
 * number, or a table of them, in its place.
 */
final class Vectors {

  /** By operation, which of its inputs. */
  private static final Map<String, Integer> WANTED = Map.of("SplitV", 1, "Transpose", 1);

  private static final Map<String, String> TYPES = Map.of("SplitV", "Tlen", "Transpose", "Tperm");

  private Vectors() {}

  static boolean wants(Node node) {
    return WANTED.containsKey(node.op());
  }

  /**
   * The node, and before it, where the list is worked out at run time, what flattens it.
   *
   * @param node the operation
   * @param list what gives the list
   * @param name a name that is free
   */
  static List<Node> checked(Node node, Node list, String name) {
    if (list.op().equals("Const")) {
      AttrValue value = list.attributes().getOrDefault("value", AttrValue.getDefaultInstance());
      if (value.getTensor().getTensorShape().getDimCount() != 1) {
        throw new MalformedGraphException(
            "gives \""
                + node.label()
                + "\" a list of numbers that is none: \""
                + list.label()
                + "\"");
      }
      return List.of(node);
    }
    int at = WANTED.getOrDefault(node.op(), 0);
    AttrValue type = AttrValue.newBuilder().setType(DataType.DT_INT32).build();
    TensorShapeProto.Dim one = TensorShapeProto.Dim.newBuilder().setSize(1).build();
    TensorProto all =
        TensorProto.newBuilder()
            .setDtype(DataType.DT_INT32)
            .setTensorShape(TensorShapeProto.newBuilder().addDim(one))
            .addIntVal(-1)
            .build();
    Node flat =
        new Node(
            name + "/length",
            node.label() + "/length",
            "Const",
            List.of(),
            Map.of("dtype", type, "value", AttrValue.newBuilder().setTensor(all).build()));
    DataType numbers = node.type(TYPES.getOrDefault(node.op(), "")).orElse(usual(node));
    Node vector =
        new Node(
            name,
            node.label() + "/list",
            "Reshape",
            List.of(node.inputs().get(at), flat.first()),
            Map.of("T", AttrValue.newBuilder().setType(numbers).build(), "Tshape", type));
    List<Ref> inputs = new ArrayList<>(node.inputs());
    inputs.set(at, vector.first());
    return List.of(flat, vector, node.reading(inputs));
  }

  private static DataType usual(Node node) {
    return node.op().equals("SplitV") ? DataType.DT_INT64 : DataType.DT_INT32;
  }
}
