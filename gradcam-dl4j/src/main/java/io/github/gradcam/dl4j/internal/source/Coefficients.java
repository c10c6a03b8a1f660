package io.github.gradcam.dl4j.internal.source;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Reads all weights of a network into one array, a piece at a time. */
final class Coefficients {

  private static final int PIECE = 1 << 18;

  /** The header is longer than this in no file, and never as long as twice this. */
  private static final int LONGEST_HEADER = 256;

  private Coefficients() {}

  /**
   * Reads them.
   *
   * @param source begins with a header
   * @param bytes how many bytes there should be
   * @param wanted how many numbers the network needs
   * @return them, in one row {@code [1, wanted]}
   * @throws SourceException if there is another number of them, or the header is none
   */
  static INDArray read(InputStream source, long bytes, long wanted) throws IOException {
    try {
      DataInputStream in = new DataInputStream(source);
      CoefficientsHeader header = CoefficientsHeader.read(in);
      if (header.length() != wanted) {
        throw new SourceException(
            "holds "
                + header.length()
                + " weights, but its layers need "
                + wanted
                + ". Its configuration and its weights belong to two networks");
      }
      // The difference to what is there must be the header.
      long rest = bytes - Math.multiplyExact(header.length(), (long) header.type().width());
      if (rest < 0 || rest > LONGEST_HEADER) {
        throw new SourceException(
            "should hold "
                + header.length()
                + " weights of "
                + header.type().width()
                + " bytes each, but has "
                + bytes
                + " bytes for them. It is cut short or damaged: copy or save it again");
      }
      return numbers(in, header);
    } catch (EOFException | UTFDataFormatException | ArithmeticException odd) {
      throw new SourceException(
          "holds weights that are cut short or damaged. Copy or save it again", odd);
    }
  }

  private static INDArray numbers(DataInputStream in, CoefficientsHeader header)
      throws IOException {
    INDArray all = Memory.row(header.type(), header.length());
    byte[] bytes = new byte[(int) Math.min(PIECE, header.length()) * header.type().width()];
    for (long from = 0; from < header.length(); from += PIECE) {
      int size = (int) Math.min(PIECE, header.length() - from);
      in.readFully(bytes, 0, size * header.type().width());
      ByteBuffer read = ByteBuffer.wrap(bytes, 0, size * header.type().width());
      try (INDArray piece = piece(read, header.type(), size)) {
        all.get(NDArrayIndex.point(0), NDArrayIndex.interval(from, from + size)).assign(piece);
      }
    }
    return all;
  }

  private static INDArray piece(ByteBuffer read, DataType type, int size) {
    if (type == DataType.DOUBLE) {
      double[] numbers = new double[size];
      read.asDoubleBuffer().get(numbers);
      return Nd4j.createFromArray(numbers);
    }
    float[] numbers = new float[size];
    if (type == DataType.FLOAT) {
      read.asFloatBuffer().get(numbers);
    } else {
      for (int i = 0; i < size; i++) {
        short bits = read.getShort();
        numbers[i] = type == DataType.HALF ? half(bits) : Float.intBitsToFloat(bits << 16);
      }
    }
    return Nd4j.createFromArray(numbers);
  }

  /** The value of a number of two bytes: a sign, five bits of exponent and ten of fraction. */
  static float half(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    float size;
    if (exponent == 0) {
      size = Math.scalb((float) fraction, -24);
    } else if (exponent == 0x1f) {
      size = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else {
      size = Math.scalb((float) (fraction | 0x400), exponent - 25);
    }
    return bits < 0 ? -size : size;
  }
}
