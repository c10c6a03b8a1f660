package io.github.gradcam.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * NumPy's file format for one array, version 1.0: little-endian float32 in C order, as {@code
 * numpy.load} reads it.
 */
public final class Npy {

  private static final int PREFIX_BYTES = 10;
  private static final int ALIGNMENT = 64;
  private static final int GROWTH_DIGITS = 21;
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

  /**
   * Magic, version, length and a Python literal, padded so that the numbers start at a multiple of
   * 64 bytes; and first, as NumPy does, so that the outermost length could grow in place.
   */
  private static byte[] header(Shape shape) {
    String lengths =
        Arrays.stream(shape.toArray()).mapToObj(Integer::toString).collect(joining(", "));
    String tuple = shape.rank() == 1 ? "(" + lengths + ",)" : "(" + lengths + ")";
    int room = shape.rank() == 0 ? 0 : GROWTH_DIGITS - Integer.toString(shape.length(0)).length();
    String literal =
        "{'descr': '<f4', 'fortran_order': False, 'shape': " + tuple + ", }" + " ".repeat(room);
    int unpadded = PREFIX_BYTES + literal.length() + 1;
    int length = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
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
