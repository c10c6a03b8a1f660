package io.github.gradcam.bench.network.weights;

import com.google.gson.JsonParseException;
import io.github.gradcam.tensor.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;

/** The numbers of a safetensors file, which stay in the file until they are asked for. */
public final class Weights {

  private final Path file;
  private final Map<String, Header.Place> places;
  private final ByteBuffer numbers;

  private Weights(Path file, Map<String, Header.Place> places, ByteBuffer numbers) {
    this.file = file;
    this.places = places;
    this.numbers = numbers;
  }

  /**
   * Opens a file.
   *
   * @param file safetensors, float32, less than 2 GiB
   * @return its numbers
   * @throws UncheckedIOException if it cannot be read, or is no such file
   */
  public static Weights of(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer bytes =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN);
      byte[] header = new byte[Math.toIntExact(bytes.getLong())];
      bytes.get(header);
      String text = new String(header, StandardCharsets.UTF_8);
      return new Weights(file, Header.read(text), bytes.slice());
    } catch (IOException | JsonParseException | IllegalStateException | ArithmeticException e) {
      throw new UncheckedIOException(
          file + " cannot be read as a safetensors file. Delete it, and it is made again.",
          e instanceof IOException io ? io : new IOException(e));
    }
  }

  /** The arrays' names. */
  public Set<String> names() {
    return places.keySet();
  }

  /** An array's lengths. */
  public Shape shape(String name) {
    return place(name).shape();
  }

  /** An array's numbers, row-major, little-endian; read-only. */
  public ByteBuffer bytes(String name) {
    Header.Place place = place(name);
    return numbers
        .slice(place.begin(), place.shape().size() * Float.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A copy of an array's numbers, row-major. */
  public float[] values(String name) {
    float[] values = new float[shape(name).size()];
    bytes(name).asFloatBuffer().get(values);
    return values;
  }

  private Header.Place place(String name) {
    Header.Place place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException(
          file + " holds no " + name + ", but " + places.keySet() + ".");
    }
    return place;
  }
}
