package io.github.gradcam.dl4j.internal.source;

import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An array in a Keras file, which is not read before it is asked for. */
final class KerasArray {

  private static final int MOST_AXES = 8;

  private final ContiguousDataset dataset;
  private final DataType type;
  private final ByteOrder order;
  private final long[] shape;

  private KerasArray(ContiguousDataset dataset, DataType type, ByteOrder order, long[] shape) {
    this.dataset = dataset;
    this.type = type;
    this.order = order;
    this.shape = shape;
  }

  /**
   * Looks at what it is.
   *
   * @throws SourceException if its numbers are of another length, or it says that it is larger than
   *     the file
   */
  static KerasArray of(ContiguousDataset dataset, FloatingPoint floating) {
    int bits = floating.getBitPrecision();
    if (bits != Float.SIZE && bits != Double.SIZE) {
      throw new SourceException(
          "holds weights "
              + Shown.quoted(dataset.getPath())
              + " that are neither float32 nor float64. Save the network with one of these");
    }
    DataType type = bits == Float.SIZE ? DataType.FLOAT : DataType.DOUBLE;
    long[] shape = Arrays.stream(dataset.getDimensions()).asLongStream().toArray();
    long bytes = LongStream.of(shape).reduce(type.width(), Math::multiplyExact);
    long most = dataset.getHdfFile().size();
    if (shape.length > MOST_AXES || bytes <= 0 || bytes > most || bytes > Integer.MAX_VALUE) {
      throw new SourceException(
          "says of "
              + Shown.quoted(dataset.getPath())
              + " that it has the shape "
              + Arrays.toString(shape)
              + ", but the whole file has "
              + most
              + " bytes");
    }
    return new KerasArray(dataset, type, floating.getByteOrder(), shape);
  }

  DataType type() {
    return type;
  }

  /** How many numbers it holds. */
  long length() {
    return LongStream.of(shape).reduce(1, (a, b) -> a * b);
  }

  /** The lengths of its axes, as Keras has them. */
  long[] shape() {
    return shape.clone();
  }

  /** Reads it. */
  INDArray read() {
    INDArray row = Memory.row(type, length());
    try {
      KerasFile.guarded(
          () -> {
            ByteBuffer bytes = dataset.getBuffer().order(order);
            Numbers.fill(row, type, size -> next(bytes, size));
            return row;
          });
      return row.reshape('c', shape);
    } catch (RuntimeException | Error failed) {
      row.close();
      throw failed;
    }
  }

  private static ByteBuffer next(ByteBuffer bytes, int size) {
    ByteBuffer next = bytes.slice(bytes.position(), size).order(bytes.order());
    bytes.position(bytes.position() + size);
    return next;
  }
}
