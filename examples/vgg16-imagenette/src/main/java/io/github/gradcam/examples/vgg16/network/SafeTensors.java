package io.github.gradcam.examples.vgg16.network;

import com.google.gson.stream.JsonWriter;
import io.github.gradcam.file.WholeFile;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights in a file that no engine owns and every one can read, safetensors: the length of a header
 * in eight bytes, the header in JSON, then the numbers as little-endian float32, row-major.
 *
 * <p>Such a file holds nothing but names and numbers, and what is read is not trusted.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">The format</a>
 */
public final class SafeTensors {

  private static final int LENGTH_BYTES = Long.BYTES;
  private static final int MOST_HEADER_BYTES = 1 << 20;

  private SafeTensors() {}

  /**
   * Writes weights.
   *
   * @param weights finite numbers; the order is kept
   * @param metadata what people shall know of them, such as a licence
   * @param file where it will lie, whole or not at all, in an existing folder; an existing file is
   *     replaced
   * @throws WeightsException if a number is NaN or infinite
   * @throws io.github.gradcam.error.WriteException if the file cannot be written
   */
  public static void write(Weights weights, Map<String, String> metadata, Path file) {
    weights.tensors().forEach((name, tensor) -> checkFinite(file, name, tensor));
    WholeFile.write(
        file,
        out -> {
          byte[] header = aligned(header(weights, metadata)).getBytes(StandardCharsets.UTF_8);
          out.write(littleEndian(LENGTH_BYTES).putLong(header.length).array());
          out.write(header);
          for (Tensor tensor : weights.tensors().values()) {
            writeNumbers(tensor, out);
          }
        });
  }

  /**
   * Reads weights.
   *
   * @param file as {@link #write} leaves it, or another program
   * @return the weights, in the order of the numbers in the file
   * @throws WeightsException if the file is not there, not whole, not in this format, holds other
   *     numbers than float32, or NaN or infinity
   */
  public static Weights read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      long length = headerLength(file, size, in);
      String header = SafeTensorsHeader.text(file, in.readNBytes((int) length));
      List<StoredTensor> stored =
          SafeTensorsHeader.read(file, header, size - LENGTH_BYTES - length);
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      for (StoredTensor tensor : stored) {
        tensors.put(tensor.name(), readNumbers(file, tensor, in));
      }
      return new Weights(tensors);
    } catch (IOException e) {
      throw new WeightsException(
          file + " cannot be read (" + e + "). Look whether it is there and readable.", e);
    }
  }

  private static String header(Weights weights, Map<String, String> metadata) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name(SafeTensorsHeader.METADATA).beginObject();
      for (Map.Entry<String, String> entry : metadata.entrySet()) {
        json.name(entry.getKey()).value(entry.getValue());
      }
      json.endObject();
      long begin = 0;
      for (Map.Entry<String, Tensor> entry : weights.tensors().entrySet()) {
        long end = begin + (long) entry.getValue().shape().size() * Float.BYTES;
        json.name(entry.getKey());
        new StoredTensor(entry.getKey(), entry.getValue().shape(), begin, end).write(json);
        begin = end;
      }
      json.endObject();
    }
    return text.toString();
  }

  /** The numbers start at a multiple of eight bytes, so that a mapped file can be read in place. */
  private static String aligned(String header) {
    int bytes = header.getBytes(StandardCharsets.UTF_8).length;
    return header + " ".repeat(Math.floorMod(-bytes, LENGTH_BYTES));
  }

  private static void writeNumbers(Tensor tensor, OutputStream out) throws IOException {
    ByteBuffer bytes = littleEndian(Math.multiplyExact(tensor.shape().size(), Float.BYTES));
    bytes.asFloatBuffer().put(tensor.toBuffer());
    out.write(bytes.array());
  }

  private static long headerLength(Path file, long size, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LENGTH_BYTES);
    if (bytes.length < LENGTH_BYTES) {
      throw SafeTensorsHeader.broken(file, "it has " + bytes.length + " bytes");
    }
    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 0 || length > MOST_HEADER_BYTES || length > size - LENGTH_BYTES) {
      throw SafeTensorsHeader.broken(
          file,
          "its header is said to have "
              + Long.toUnsignedString(length)
              + " bytes, in a file of "
              + size
              + "; at most "
              + MOST_HEADER_BYTES
              + " are read");
    }
    return length;
  }

  private static Tensor readNumbers(Path file, StoredTensor stored, InputStream in)
      throws IOException {
    int length = stored.shape().size() * Float.BYTES;
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw SafeTensorsHeader.broken(file, "it ends within " + stored.name());
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Tensor tensor = Tensor.copyOf(stored.shape(), buffer.asFloatBuffer());
    checkFinite(file, stored.name(), tensor);
    return tensor;
  }

  private static void checkFinite(Path file, String name, Tensor tensor) {
    if (!tensor.isFinite()) {
      throw new WeightsException(
          name
              + " of "
              + file
              + " has NaN or infinity among its numbers; a network must have finite ones. Training"
              + " may have gone astray: train again at a lower rate.");
    }
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
