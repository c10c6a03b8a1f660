package io.github.gradcam;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads the float32 and int64 arrays of a NumPy archive among the test resources. */
public final class Npz {

  private static final Pattern HEADER =
      Pattern.compile("'descr': '(<f4|<i8)', 'fortran_order': False, 'shape': \\(([0-9, ]*)\\)");

  private final Map<String, Tensor> arrays = new HashMap<>();

  private Npz() {}

  /** The reference heatmaps of pytorch-grad-cam 1.5.7; see tools/reference. */
  public static Npz reference() {
    Npz npz = new Npz();
    try (InputStream in = Npz.class.getResourceAsStream("/reference.npz");
        ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(in))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().substring(0, entry.getName().length() - ".npy".length());
        npz.arrays.put(name, array(ByteBuffer.wrap(zip.readAllBytes())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return npz;
  }

  private static Tensor array(ByteBuffer bytes) {
    bytes.order(ByteOrder.LITTLE_ENDIAN).position(8);
    byte[] header = new byte[bytes.getShort()];
    bytes.get(header);
    Matcher matcher = HEADER.matcher(new String(header, StandardCharsets.US_ASCII));
    if (!matcher.find()) {
      throw new IllegalStateException(new String(header, StandardCharsets.US_ASCII));
    }
    int[] lengths =
        Arrays.stream(matcher.group(2).split(","))
            .map(String::strip)
            .filter(length -> !length.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    Shape shape = Shape.of(lengths);
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = matcher.group(1).equals("<f4") ? bytes.getFloat() : bytes.getLong();
    }
    return Tensor.of(shape, values);
  }

  /** The array with a name. */
  public Tensor get(String name) {
    return Objects.requireNonNull(arrays.get(name), name);
  }
}
