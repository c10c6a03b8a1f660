package io.github.gradcam.dl4j.internal.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Fills arrays with numbers from a file, a piece at a time, so that they are never there twice. */
final class Numbers {

  private static final int PIECE = 1 << 18;

  private Numbers() {}

  /** Where the bytes come from. */
  @FunctionalInterface
  interface Source {

    /** The next bytes, in the order that its numbers have. */
    ByteBuffer next(int bytes) throws IOException;
  }

  /**
   * Fills a row {@code [1, length]}.
   *
   * @param type the type of the numbers in the file: float, double or half
   */
  static void fill(INDArray row, DataType type, Source source) throws IOException {
    for (long from = 0; from < row.length(); from += PIECE) {
      int size = (int) Math.min(PIECE, row.length() - from);
      try (INDArray piece = piece(source.next(size * type.width()), type, size)) {
        row.get(NDArrayIndex.point(0), NDArrayIndex.interval(from, from + size)).assign(piece);
      }
    }
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
        numbers[i] = half(read.getShort());
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
