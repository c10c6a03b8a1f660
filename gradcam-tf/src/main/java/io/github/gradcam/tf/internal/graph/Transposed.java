package io.github.gradcam.tf.internal.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Puts a check before a transposed convolution. It is told how large its result shall be, and where
 * that does not fit the image, as with a size that is settled in the file, TensorFlow's kernels for
 * processors end the process.
 */
final class Transposed {

  private static final Set<String> TYPES = Set.of("Conv2DBackpropInput", "Conv3DBackpropInputV2");

  private final Node node;
  private final UnaryOperator<String> names;
  private final DataType type;
  private final List<Node> nodes = new ArrayList<>();

  private Transposed(Node node, UnaryOperator<String> names) {
    this.node = node;
    this.names = names;
    this.type =
        node.op().equals("Conv2DBackpropInput")
            ? DataType.DT_INT32
            : node.type("Tshape").orElse(DataType.DT_INT32);
  }

  static boolean is(Node node) {
    return TYPES.contains(node.op());
  }

  /**
   * The nodes of the check, and at the end the convolution.
   *
   * @param node the convolution
   * @param names makes of a label a name that is free
   */
  static List<Node> checked(Node node, UnaryOperator<String> names) {
    Transposed transposed = new Transposed(node, names);
    transposed.write();
    return transposed.nodes;
  }

  private void write() {
    Ref sizes = node.inputs().get(0);
    Ref filter = shape(node.inputs().get(1));
    Ref image = shape(node.inputs().get(2));
    Window window = new Window(node);
    // What the convolution that this one turns around would make of the result.
    Ref padded =
        op("AddV2", op("Mul", sizes, constant(window.spatial())), constant(window.added()));
    Ref seen = op("Mul", gathered(filter, window.filterAxes()), constant(window.taken()));
    Ref there = op("FloorDiv", op("AddV2", padded, seen), constant(window.strides()));
    Ref channels = op("Mul", gathered(filter, window.channelAxes()), constant(window.channels()));
    Ref given = op("Mul", sizes, constant(window.channels()));
    Ref wrong = op("AddV2", differing(there, image), differing(given, channels));
    // Where something differs this looks beyond the end of a list, which is an error.
    Ref zeros = node("GatherV2", List.of(constant(0), wrong, scalar()), gathering());
    List<Ref> inputs = new ArrayList<>(node.inputs());
    inputs.set(0, op("AddV2", sizes, zeros));
    nodes.add(node.reading(inputs));
  }

  private Ref shape(Ref tensor) {
    AttrValue of = typed(node.type("T").orElse(DataType.DT_FLOAT));
    return node("Shape", List.of(tensor), Map.of("T", of, "out_type", typed(type)));
  }

  private Ref gathered(Ref shape, long[] axes) {
    return node("GatherV2", List.of(shape, constant(axes), scalar()), gathering());
  }

  private Map<String, AttrValue> gathering() {
    return Map.of("Tparams", typed(type), "Tindices", typed(type), "Taxis", typed(type));
  }

  private Ref differing(Ref one, Ref other) {
    Ref differing = op("NotEqual", one, other);
    return node(
        "Cast", List.of(differing), Map.of("SrcT", typed(DataType.DT_BOOL), "DstT", typed(type)));
  }

  private Ref op(String op, Ref one, Ref other) {
    return node(op, List.of(one, other), Map.of("T", typed(type)));
  }

  private Ref scalar() {
    return constant(TensorShapeProto.getDefaultInstance(), 0);
  }

  private Ref constant(long... values) {
    TensorShapeProto.Dim length = TensorShapeProto.Dim.newBuilder().setSize(values.length).build();
    return constant(TensorShapeProto.newBuilder().addDim(length).build(), values);
  }

  private Ref constant(TensorShapeProto shape, long... values) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setDtype(type).setTensorShape(shape);
    for (long value : values) {
      if (type == DataType.DT_INT64) {
        tensor.addInt64Val(value);
      } else {
        tensor.addIntVal(Math.toIntExact(value));
      }
    }
    AttrValue value = AttrValue.newBuilder().setTensor(tensor).build();
    return node("Const", List.of(), Map.of("dtype", typed(type), "value", value));
  }

  private Ref node(String op, List<Ref> inputs, Map<String, AttrValue> attributes) {
    String label = node.label() + "/fits";
    Node made = new Node(names.apply(label + nodes.size()), label, op, inputs, attributes);
    nodes.add(made);
    return made.first();
  }

  private static AttrValue typed(DataType type) {
    return AttrValue.newBuilder().setType(type).build();
  }

  /** What is asked of each axis of a result, all in the order of its axes. */
  private record Window(
      long[] spatial,
      long[] added,
      long[] taken,
      long[] strides,
      long[] channels,
      long[] filterAxes,
      long[] channelAxes) {

    Window(Node node) {
      this(node.op().contains("3D") ? 5 : 4);
      boolean first = node.text("data_format").orElse("").startsWith("NC");
      int channel = first ? 1 : spatial.length - 1;
      List<Long> explicit = list(node, "explicit_paddings");
      String padding = node.text("padding").orElse("");
      for (int axis = 0; axis < spatial.length; axis++) {
        strides[axis] = 1;
        spatial[axis] = 1;
      }
      for (int i = 0; i < spatial.length - 2; i++) {
        int axis = first ? i + 2 : i + 1;
        long stride = at(list(node, "strides"), axis);
        long dilation = at(list(node, "dilations"), axis);
        strides[axis] = stride;
        added[axis] = stride - 1;
        filterAxes[axis] = i;
        if (!padding.equals("SAME")) {
          added[axis] += dilation;
          taken[axis] = -dilation;
        }
        if (explicit.size() == 2 * spatial.length) {
          added[axis] += explicit.get(2 * axis) + explicit.get(2 * axis + 1);
        }
      }
      // The filter's last two axes: the channels of the result, and those of the image.
      spatial[channel] = 0;
      filterAxes[channel] = spatial.length - 1;
      taken[channel] = 1;
      channels[channel] = 1;
      Arrays.fill(channelAxes, spatial.length - 2);
    }

    private Window(int axes) {
      this(
          new long[axes],
          new long[axes],
          new long[axes],
          new long[axes],
          new long[axes],
          new long[axes],
          new long[axes]);
    }

    private static List<Long> list(Node node, String name) {
      AttrValue value = node.attributes().get(name);
      return value == null ? List.of() : value.getList().getIList();
    }

    private static long at(List<Long> values, int axis) {
      return axis < values.size() ? values.get(axis) : 1;
    }
  }
}
