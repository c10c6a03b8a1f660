package io.github.gradcam.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * NumPy's file format for one array, version 1.0: little-endian float32 in C order, as {@code
 * numpy.load} reads it.
 */
public final class Npy {

  private static final int BYTES_AT_ONCE = 1 << 16;

  private Npy() {}

  /**
   * Writes a tensor of any shape.
   *
   * @param tensor the numbers; NaN and infinity are written as they are
   * @param file where it will lie, whole or not at all; an existing file is replaced
   * @throws io.github.gradcam.error.WriteException if it cannot be written
   */
  public static void write(Tensor tensor, Path file) {
    WholeFile.write(
        file,
        out -> {
          out.write(header(tensor.shape()));
          writeValues(tensor.toBuffer(), out);
        });
  }

  /** Magic, version, length and a Python literal, padded so that the numbers start at 64 bytes. */
  private static byte[] header(Shape shape) {
    String lengths =
        Arrays.stream(shape.toArray())
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    String tuple = shape.rank() == 1 ? "(" + lengths + ",)" : "(" + lengths + ")";
    String literal = "{'descr': '<f4', 'fortran_order': False, 'shape': " + tuple + ", }";
    int unpadded = 10 + literal.length() + 1;
    int length = (unpadded + 63) / 64 * 64;
    String padded = literal + " ".repeat(length - unpadded) + "\n";
    return ByteBuffer.allocate(length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
        .putShort((short) padded.length())
        .put(padded.getBytes(US_ASCII))
        .array();
  }

  private static void writeValues(FloatBuffer values, OutputStream out) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES_AT_ONCE).order(ByteOrder.LITTLE_ENDIAN);
    while (values.hasRemaining()) {
      bytes.clear();
      while (values.hasRemaining() && bytes.hasRemaining()) {
        bytes.putFloat(values.get());
      }
      out.write(bytes.array(), 0, bytes.position());
    }
  }
}
