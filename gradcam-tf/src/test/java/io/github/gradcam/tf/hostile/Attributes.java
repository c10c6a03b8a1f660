package io.github.gradcam.tf.hostile;

import com.google.protobuf.ByteString;
import io.github.gradcam.trials.Bytes;
import java.util.List;
import java.util.Random;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** Values of attributes that no honest program writes. */
final class Attributes {

  private static final long[] NUMBERS = {
    0,
    -1,
    -2,
    1,
    2,
    3,
    7,
    255,
    65_536,
    1L << 24,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    1L << 31,
    1L << 32,
    (1L << 33) + 1,
    1L << 62,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  private static final float[] FLOATS = {
    0, -1, 1e-30f, 1e38f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY
  };

  private static final List<String> TEXTS =
      List.of(
          "",
          "SAME",
          "VALID",
          "EXPLICIT",
          "NHWC",
          "NCHW",
          "NDHWC",
          "NCHW_VECT_C",
          "HWIO",
          "N",
          "a,b->",
          "abc,cd->abd",
          "ab->aab",
          "...a,...a->...",
          "->",
          "\u0000",
          "x".repeat(5000));

  private Attributes() {}

  /** A number from the edges. */
  static long number(Random random) {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  /** Any type. */
  static DataType type(Random random) {
    DataType type = DataType.UNRECOGNIZED;
    while (type == DataType.UNRECOGNIZED) {
      type = DataType.values()[random.nextInt(DataType.values().length)];
    }
    return type;
  }

  /** Another value of the same kind. */
  static AttrValue changed(AttrValue value, Random random) {
    AttrValue.Builder changed = value.toBuilder();
    switch (value.getValueCase()) {
      case I -> changed.setI(number(random));
      case F -> changed.setF(FLOATS[random.nextInt(FLOATS.length)]);
      case B -> changed.setB(!value.getB());
      case S -> changed.setS(text(random));
      case TYPE -> changed.setType(type(random));
      case SHAPE -> changed.setShape(changed(value.getShape(), random));
      case TENSOR -> changed.setTensor(changed(value.getTensor(), random));
      case LIST -> changed.setList(changed(value.getList(), random));
      case FUNC -> changed.getFuncBuilder().setName(value.getFunc().getName() + random.nextInt(2));
      default -> changed.setI(number(random));
    }
    return changed.build();
  }

  /** A value of some kind. */
  static AttrValue other(Random random) {
    AttrValue.Builder value = AttrValue.newBuilder();
    return switch (random.nextInt(6)) {
      case 0 -> value.setI(number(random)).build();
      case 1 -> value.setS(text(random)).build();
      case 2 -> value.setType(type(random)).build();
      case 3 -> value.setList(AttrValue.ListValue.newBuilder().addI(number(random))).build();
      case 4 -> value.setShape(changed(TensorShapeProto.getDefaultInstance(), random)).build();
      default -> value.build();
    };
  }

  /** A shape that says something else. */
  static TensorShapeProto changed(TensorShapeProto shape, Random random) {
    TensorShapeProto.Builder changed = shape.toBuilder();
    TensorShapeProto.Dim.Builder length = TensorShapeProto.Dim.newBuilder().setSize(number(random));
    int count = changed.getDimCount();
    switch (random.nextInt(6)) {
      case 0 -> changed.setUnknownRank(!changed.getUnknownRank());
      case 1 -> changed.addDim(length);
      case 2 -> changed.clearDim();
      case 3 -> {
        for (int i = 0; i < 300; i++) {
          changed.addDim(TensorShapeProto.Dim.newBuilder().setSize(1));
        }
      }
      default -> {
        if (count > 0) {
          changed.setDim(random.nextInt(count), length);
        }
      }
    }
    return changed.build();
  }

  /** A constant that says something else, or whose parts contradict each other. */
  static TensorProto changed(TensorProto tensor, Random random) {
    TensorProto.Builder changed = tensor.toBuilder();
    switch (random.nextInt(6)) {
      case 0 -> changed.setDtype(type(random));
      case 1 -> changed.setTensorContent(cut(tensor.getTensorContent(), random));
      case 2 -> {
        changed.clearFloatVal().clearIntVal().clearInt64Val().clearTensorContent();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
          changed.addIntVal((int) number(random)).addInt64Val(number(random)).addFloatVal(1);
        }
      }
      case 3 -> {
        for (int i = 0; i < changed.getIntValCount(); i++) {
          changed.setIntVal(i, random.nextInt(2) == 0 ? (int) number(random) : tensor.getIntVal(i));
        }
        if (!tensor.getTensorContent().isEmpty()) {
          changed.setTensorContent(overwritten(tensor.getTensorContent(), random));
        }
      }
      default -> changed.setTensorShape(changed(tensor.getTensorShape(), random));
    }
    return changed.build();
  }

  private static AttrValue.ListValue changed(AttrValue.ListValue list, Random random) {
    AttrValue.ListValue.Builder changed = list.toBuilder();
    switch (random.nextInt(4)) {
      case 0 -> changed.addI(number(random));
      case 1 -> changed.clearI().clearType().clearShape();
      default -> {
        if (list.getICount() > 0) {
          changed.setI(random.nextInt(list.getICount()), number(random));
        } else if (list.getTypeCount() > 0) {
          changed.setType(random.nextInt(list.getTypeCount()), type(random));
        }
      }
    }
    return changed.build();
  }

  private static ByteString text(Random random) {
    return ByteString.copyFromUtf8(TEXTS.get(random.nextInt(TEXTS.size())));
  }

  private static ByteString cut(ByteString bytes, Random random) {
    return bytes.isEmpty() ? bytes : bytes.substring(0, random.nextInt(bytes.size()));
  }

  private static ByteString overwritten(ByteString bytes, Random random) {
    return ByteString.copyFrom(Bytes.overwritten(bytes.toByteArray(), random));
  }
}
