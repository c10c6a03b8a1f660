package io.github.gradcam.dl4j.internal.source;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Reads all weights of a network into one array, a piece at a time. */
final class Coefficients {

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
    try {
      Numbers.fill(
          all,
          header.type(),
          bytes -> {
            byte[] piece = new byte[bytes];
            in.readFully(piece);
            return ByteBuffer.wrap(piece);
          });
      return all;
    } catch (IOException | RuntimeException | Error failed) {
      all.close();
      throw failed;
    }
  }
}
