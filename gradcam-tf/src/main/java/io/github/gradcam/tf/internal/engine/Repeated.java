package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.error.EngineException;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/** Makes of what was kept for some images what is kept for the same images several times over. */
final class Repeated {

  private Repeated() {}

  /** The values, one copy behind the other; the caller closes the tensor. */
  static Tensor values(Tensor once, int times) {
    long[] lengths = once.shape().asArray().clone();
    lengths[0] *= times;
    Tensor repeated = Tensor.of(type(once.dataType()), Shape.of(lengths));
    ByteDataBuffer from = once.asRawTensor().data();
    ByteDataBuffer to = repeated.asRawTensor().data();
    for (int i = 0; i < times; i++) {
      from.copyTo(to.offset(i * from.size()), from.size());
    }
    return repeated;
  }

  /** The lengths of axes, of which the first counts images; the caller closes the tensor. */
  static Tensor shape(Tensor once, int times) {
    if (once instanceof TInt32 lengths) {
      TInt32 repeated = TInt32.tensorOf(lengths);
      repeated.setInt(lengths.getInt(0) * times, 0);
      return repeated;
    }
    TInt64 lengths = (TInt64) once;
    TInt64 repeated = TInt64.tensorOf(lengths);
    repeated.setLong(lengths.getLong(0) * times, 0);
    return repeated;
  }

  /** How many images a tensor's shape, kept in place of the tensor, is for. */
  static long images(Tensor shape) {
    if (shape.shape().size() == 0) {
      return 0;
    }
    return shape instanceof TInt32 lengths ? lengths.getInt(0) : ((TInt64) shape).getLong(0);
  }

  private static Class<? extends TType> type(DataType type) {
    return switch (type) {
      case DT_FLOAT -> TFloat32.class;
      case DT_HALF -> TFloat16.class;
      case DT_BFLOAT16 -> TBfloat16.class;
      case DT_DOUBLE -> TFloat64.class;
      case DT_BOOL -> TBool.class;
      default -> throw new EngineException("A tensor of type " + type + " cannot be repeated.");
    };
  }
}
