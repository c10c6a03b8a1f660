package io.github.gradcam.tf.internal.gradient;

import java.util.EnumSet;
import java.util.Set;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;

/** What the type of a tensor's elements means to a gradient. */
final class Numbers {

  private static final Set<DataType> FLOATS =
      EnumSet.of(DataType.DT_HALF, DataType.DT_BFLOAT16, DataType.DT_FLOAT, DataType.DT_DOUBLE);

  private static final Set<DataType> SHORT = EnumSet.of(DataType.DT_HALF, DataType.DT_BFLOAT16);

  /**
   * Nothing here carries a cotangent, but a gradient may be hidden in it: complex numbers, and
   * lists of tensors. What makes or takes them must be refused, not taken for an end of the path.
   */
  private static final Set<DataType> OPAQUE =
      EnumSet.of(
          DataType.DT_COMPLEX64, DataType.DT_COMPLEX128, DataType.DT_VARIANT, DataType.DT_RESOURCE);

  private Numbers() {}

  static boolean isFloat(Output<?> tensor) {
    return FLOATS.contains(type(tensor));
  }

  /** Half precision of either kind: large counts and small quotients have no place in it. */
  static boolean isShort(Output<?> tensor) {
    return SHORT.contains(type(tensor));
  }

  /** How many bytes a floating point number of the tensor is. */
  static int bytes(Output<?> tensor) {
    return switch (type(tensor)) {
      case DT_HALF, DT_BFLOAT16 -> Short.BYTES;
      case DT_DOUBLE -> Double.BYTES;
      default -> Float.BYTES;
    };
  }

  /** Whether a path to the output may lead through the tensor. */
  static boolean mayLead(Output<?> tensor) {
    return FLOATS.contains(type(tensor)) || OPAQUE.contains(type(tensor));
  }

  /** The type of the elements; of a reference, that of what it refers to. */
  static DataType type(Output<?> tensor) {
    DataType type = tensor.dataType();
    int number = type.getNumber();
    int reference = DataType.DT_FLOAT_REF_VALUE - DataType.DT_FLOAT_VALUE;
    return number > reference ? DataType.forNumber(number - reference) : type;
  }
}
