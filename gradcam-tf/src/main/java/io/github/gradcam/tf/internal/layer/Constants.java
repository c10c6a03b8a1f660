package io.github.gradcam.tf.internal.layer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorProto;

/** Reads small constants. */
final class Constants {

  private static final int MOST = 8;

  private Constants() {}

  /** The whole numbers of a short row, or none if it is something else. */
  static List<Long> integers(TensorProto tensor) {
    List<Long> values = new ArrayList<>();
    ByteBuffer bytes = tensor.getTensorContent().asReadOnlyByteBuffer();
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    boolean wide = tensor.getDtype() == DataType.DT_INT64;
    int size = wide ? Long.BYTES : Integer.BYTES;
    while (values.size() < MOST && bytes.remaining() >= size) {
      values.add(wide ? bytes.getLong() : bytes.getInt());
    }
    if (values.isEmpty()) {
      tensor.getIntValList().stream().limit(MOST).forEach(value -> values.add((long) value));
      tensor.getInt64ValList().stream().limit(MOST).forEach(values::add);
    }
    return values;
  }
}
