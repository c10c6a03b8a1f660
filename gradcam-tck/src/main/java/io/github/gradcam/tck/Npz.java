package io.github.gradcam.tck;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads NumPy's {@code .npz}, as far as the kit's own resources go: float32 in C order. */
final class Npz {

  private static final int PREAMBLE = 10;
  private static final Pattern HEADER =
      Pattern.compile("'descr': '<f4', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\)");

  private Npz() {}

  /** The arrays of a resource beside a class, by name, in the order of the file. */
  static Map<String, Tensor> read(Class<?> beside, String resource) {
    try (InputStream stream = beside.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("The kit's resource " + resource + " is missing.");
      }
      return arrays(new ZipInputStream(stream));
    } catch (IOException e) {
      throw new UncheckedIOException("The kit's resource " + resource + " cannot be read.", e);
    }
  }

  private static Map<String, Tensor> arrays(ZipInputStream archive) throws IOException {
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
      String name = entry.getName();
      arrays.put(name.substring(0, name.lastIndexOf(".npy")), array(archive.readAllBytes()));
    }
    return arrays;
  }

  private static Tensor array(byte[] npy) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
    int length = Short.toUnsignedInt(bytes.getShort(PREAMBLE - Short.BYTES));
    String header = new String(npy, PREAMBLE, length, StandardCharsets.US_ASCII);
    Matcher matcher = HEADER.matcher(header);
    if (!matcher.find()) {
      throw new IOException("Only float32 in C order is read here, but the header is " + header);
    }
    int[] shape =
        Arrays.stream(matcher.group(1).split(",", -1))
            .map(String::strip)
            .filter(axis -> !axis.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    return Tensor.copyOf(
        Shape.of(shape),
        bytes.position(PREAMBLE + length).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer());
  }
}
