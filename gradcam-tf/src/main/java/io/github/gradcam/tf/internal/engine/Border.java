package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.error.EngineException;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.tf.internal.graph.Axes;
import java.util.Arrays;
import java.util.Optional;
import org.tensorflow.ndarray.DoubleNdArray;
import org.tensorflow.ndarray.FloatNdArray;
import org.tensorflow.ndarray.IntNdArray;
import org.tensorflow.ndarray.LongNdArray;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TUint8;

/** Carries tensors over the border between the API and the engine, and turns their axes. */
final class Border {

  private Border() {}

  /** A tensor of the engine with a tensor's numbers; the caller closes it. */
  static org.tensorflow.Tensor toEngine(Tensor tensor, DataType type, Turn turn) {
    float[] values = turn.toEngine(tensor);
    Shape shape = Shape.of(longs(turn.toEngine(tensor.shape().toArray())));
    return switch (type) {
      case DT_FLOAT -> TFloat32.tensorOf(shape, DataBuffers.of(values, true, false));
      case DT_HALF -> TFloat16.tensorOf(shape, DataBuffers.of(values, true, false));
      case DT_BFLOAT16 -> TBfloat16.tensorOf(shape, DataBuffers.of(values, true, false));
      case DT_DOUBLE -> TFloat64.tensorOf(shape, DataBuffers.of(doubles(values)));
      case DT_INT32 -> TInt32.tensorOf(shape, DataBuffers.of(ints(values)));
      case DT_INT64 -> TInt64.tensorOf(shape, DataBuffers.of(longs(ints(values))));
      case DT_UINT8 -> TUint8.tensorOf(shape, DataBuffers.of(bytes(values)));
      default -> throw new EngineException("A tensor of type " + type + " cannot be fed.");
    };
  }

  /** Whether numbers of a type can change a little, so that there are gradients. */
  static boolean isSmooth(DataType type) {
    return switch (type) {
      case DT_FLOAT, DT_HALF, DT_BFLOAT16, DT_DOUBLE -> true;
      default -> false;
    };
  }

  /** Whether the engine can be given images as numbers of a type. */
  static boolean canFeed(DataType type) {
    return switch (type) {
      case DT_FLOAT, DT_HALF, DT_BFLOAT16, DT_DOUBLE, DT_INT32, DT_INT64, DT_UINT8 -> true;
      default -> false;
    };
  }

  /** A tensor with the numbers of one of the engine's. */
  static Tensor fromEngine(org.tensorflow.Tensor tensor, Turn turn) {
    int[] lengths = lengths(tensor);
    int size = io.github.gradcam.tensor.Shape.of(lengths).size();
    return turn.fromEngine(lengths, size == 0 ? new float[0] : values(tensor, size));
  }

  /** The numbers of a tensor that has some; images may be whole numbers. */
  private static float[] values(org.tensorflow.Tensor tensor, int size) {
    float[] values = new float[size];
    if (tensor instanceof TFloat32 floats) {
      // In one piece, not number by number.
      floats.asRawTensor().data().asFloats().read(values);
    } else if (tensor instanceof FloatNdArray floats) {
      floats.copyTo(DataBuffers.of(values, false, false));
    } else if (tensor instanceof DoubleNdArray doubles) {
      double[] wide = new double[size];
      doubles.copyTo(DataBuffers.of(wide, false, false));
      for (int i = 0; i < size; i++) {
        values[i] = (float) wide[i];
      }
    } else if (tensor instanceof IntNdArray ints) {
      int[] whole = new int[size];
      ints.copyTo(DataBuffers.of(whole, false, false));
      for (int i = 0; i < size; i++) {
        values[i] = whole[i];
      }
    } else if (tensor instanceof LongNdArray longs) {
      long[] whole = new long[size];
      longs.copyTo(DataBuffers.of(whole, false, false));
      for (int i = 0; i < size; i++) {
        values[i] = whole[i];
      }
    } else if (tensor instanceof TUint8 bytes) {
      byte[] whole = new byte[size];
      bytes.copyTo(DataBuffers.of(whole, false, false));
      for (int i = 0; i < size; i++) {
        values[i] = Byte.toUnsignedInt(whole[i]);
      }
    } else {
      throw new EngineException("A tensor of type " + tensor.dataType() + " cannot be read.");
    }
    return values;
  }

  /** The lengths of the axes, in the engine's order. */
  static int[] lengths(org.tensorflow.Tensor tensor) {
    return Arrays.stream(tensor.shape().asArray()).mapToInt(Math::toIntExact).toArray();
  }

  /** The lengths of the axes, in the API's order. */
  static io.github.gradcam.tensor.Shape shapeOf(org.tensorflow.Tensor tensor, Turn turn) {
    return io.github.gradcam.tensor.Shape.of(turn.fromEngine(lengths(tensor)));
  }

  /** How a tensor's axes are turned, given where it has its channels. */
  static Turn turn(Optional<Axes> axes, int rank, int imageRank) {
    boolean last = axes.map(known -> known == Axes.CHANNELS_LAST).orElse(rank >= 4);
    // Of three axes most are tokens; only a network of rows of numbers has channels there.
    boolean grid = rank >= 4 || (rank == 3 && imageRank == 3);
    return last && grid ? Turn.LAST_TO_SECOND : Turn.NONE;
  }

  private static long[] longs(int[] values) {
    return Arrays.stream(values).asLongStream().toArray();
  }

  private static double[] doubles(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  private static int[] ints(float[] values) {
    int[] whole = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      whole[i] = Math.round(values[i]);
    }
    return whole;
  }

  private static byte[] bytes(float[] values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) Math.max(0, Math.min(255, Math.round(values[i])));
    }
    return bytes;
  }
}
