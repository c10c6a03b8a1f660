package io.github.gradcam.tf.internal.graph;

import java.util.List;
import java.util.Map;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Refuses numbers that no network has, before TensorFlow sees them: some of them end the process,
 * others take all of its memory.
 */
final class Bounds {

  private static final int LONGEST_NAME = 1000;

  /** How many scopes may lie in one another. */
  private static final int DEEPEST_SCOPE = 64;

  /** What TensorFlow's own shapes have at most. */
  private static final int HIGHEST_RANK = 254;

  /** As many tensors are joined or split nowhere. */
  private static final int LONGEST_LIST = 65_536;

  /** A tensor of more elements fits into no memory. */
  private static final long MOST_ELEMENTS = 1L << 40;

  /** What constants may take up beyond what the file holds: one number that stands for many. */
  private static final long MOST_REPEATED = 256L << 20;

  /** The attributes of convolutions and pools that have a length for each axis. */
  private static final List<String> WINDOW =
      List.of("strides", "ksize", "ksizes", "dilations", "rates");

  private long repeated;

  void check(NodeDef node, OpDef known, String label) {
    if (label.length() > LONGEST_NAME
        || label.chars().filter(c -> c == '/').count() > DEEPEST_SCOPE
        || label.isEmpty()
        || label.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new MalformedGraphException(
          "names an operation \"" + OneLine.of(label) + "\", as TensorFlow names none");
    }
    for (Map.Entry<String, AttrValue> attribute : node.getAttrMap().entrySet()) {
      check(attribute.getValue(), "\"" + attribute.getKey() + "\" of \"" + label + "\"");
    }
    checkInputs(node, known, label);
    checkWindow(node, label);
    AttrValue value = node.getAttrMap().get("value");
    if (node.getOp().equals("Const") && value != null) {
      checkContent(value.getTensor(), node.getAttrOrDefault("dtype", value).getType(), label);
    }
  }

  private static void checkInputs(NodeDef node, OpDef known, String label) {
    long wanted = Operations.inputs(node, known);
    long given = node.getInputList().stream().filter(input -> !input.startsWith("^")).count();
    if (wanted != given) {
      throw new MalformedGraphException(
          "gives \""
              + label
              + "\" "
              + given
              + " inputs, and the operation "
              + node.getOp()
              + " takes "
              + wanted);
    }
  }

  /** TensorFlow ends the process over a window that has too few lengths. */
  private static void checkWindow(NodeDef node, String label) {
    int axes = node.getOp().contains("3D") || node.getOp().contains("Volume") ? 5 : 4;
    for (String name : WINDOW) {
      AttrValue value = node.getAttrMap().get(name);
      List<Long> lengths = value == null ? List.of() : value.getList().getIList();
      boolean fits = lengths.size() == axes || node.getOp().equals("Conv");
      if (value != null
          && !(fits && lengths.stream().allMatch(length -> length > 0 && length <= LONGEST_LIST))) {
        throw new MalformedGraphException(
            "has the lengths " + lengths + " in \"" + name + "\" of \"" + label + "\"");
      }
    }
    AttrValue paddings = node.getAttrMap().get("explicit_paddings");
    List<Long> lengths = paddings == null ? List.of() : paddings.getList().getIList();
    if (!(lengths.isEmpty() || lengths.size() == 2 * axes)
        || lengths.stream().anyMatch(length -> length < 0 || length > LONGEST_LIST)) {
      throw new MalformedGraphException(
          "has the lengths " + lengths + " in \"explicit_paddings\" of \"" + label + "\"");
    }
  }

  private static void check(AttrValue value, String what) {
    if (value.getType() == DataType.UNRECOGNIZED
        || value.getList().getTypeList().contains(DataType.UNRECOGNIZED)) {
      throw new MalformedGraphException("has a type in " + what + " that is unknown here");
    }
    AttrValue.ListValue list = value.getList();
    if (list.getSerializedSize() > LONGEST_LIST * 16) {
      throw new MalformedGraphException("has a list in " + what + " that is too long");
    }
    elements(value.getShape(), what);
    list.getShapeList().forEach(shape -> elements(shape, what));
    elements(value.getTensor().getTensorShape(), what);
  }

  /** How many elements a tensor of a shape has; lengths that are left open count as one. */
  private static long elements(TensorShapeProto shape, String what) {
    if (shape.getDimCount() > HIGHEST_RANK) {
      throw new MalformedGraphException(
          "has a shape of " + shape.getDimCount() + " axes in " + what);
    }
    long elements = 1;
    for (TensorShapeProto.Dim axis : shape.getDimList()) {
      long length = axis.getSize();
      if (length < -1 || length > MOST_ELEMENTS / Math.max(1, elements)) {
        throw new MalformedGraphException(
            "has a shape in " + what + " that no tensor has: an axis of length " + length);
      }
      elements *= Math.abs(length);
    }
    return elements;
  }

  private void checkContent(TensorProto tensor, DataType type, String label) {
    String what = "the constant \"" + label + "\"";
    if (tensor.getDtype() != type) {
      throw new MalformedGraphException(
          "has numbers of type " + tensor.getDtype() + " in " + what + " of type " + type);
    }
    List<TensorShapeProto.Dim> axes = tensor.getTensorShape().getDimList();
    if (axes.stream().anyMatch(axis -> axis.getSize() < 0)) {
      throw new MalformedGraphException("leaves a length open in " + what);
    }
    long bytes = elements(tensor.getTensorShape(), what) * bytes(tensor.getDtype());
    long held = tensor.getSerializedSize();
    if (!tensor.getTensorContent().isEmpty() && tensor.getTensorContent().size() != bytes) {
      throw new MalformedGraphException(
          "has "
              + tensor.getTensorContent().size()
              + " bytes in "
              + what
              + ", whose shape wants "
              + bytes);
    }
    // Single numbers are written in as little as one byte, whatever their type.
    if (bytes > 16 * held) {
      repeated += bytes;
    }
    if (repeated > MOST_REPEATED) {
      throw new MalformedGraphException(
          "repeats numbers in constants up to more than "
              + MOST_REPEATED
              + " bytes, the last time in "
              + what);
    }
  }

  private static int bytes(DataType type) {
    return switch (type) {
      case DT_BOOL,
          DT_INT8,
          DT_UINT8,
          DT_QINT8,
          DT_QUINT8,
          DT_INT4,
          DT_UINT4,
          DT_FLOAT8_E4M3FN,
          DT_FLOAT8_E5M2 ->
          1;
      case DT_HALF, DT_BFLOAT16, DT_INT16, DT_UINT16, DT_QINT16, DT_QUINT16 -> 2;
      case DT_FLOAT, DT_INT32, DT_UINT32, DT_QINT32 -> 4;
      case DT_COMPLEX128 -> 16;
      default -> 8;
    };
  }
}
