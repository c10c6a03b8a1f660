package io.github.gradcam.examples.vgg16.network;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.tensor.Shape;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of a {@link SafeTensors} file, which may say anything, and accepts only one
 * whose tensors lie side by side and fill the file.
 */
final class SafeTensorsHeader {

  /** The key of what is no tensor. */
  static final String METADATA = "__metadata__";

  private static final int MOST_AXES = 8;

  private final Path file;
  private final JsonReader json;

  private SafeTensorsHeader(Path file, JsonReader json) {
    this.file = file;
    this.json = json;
  }

  static String text(Path file, byte[] header) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(header)).toString();
    } catch (CharacterCodingException e) {
      throw broken(file, "its header is not UTF-8", e);
    }
  }

  /**
   * Reads and checks.
   *
   * @param header JSON
   * @param bytes how many bytes follow the header
   * @return the tensors, in the order of their numbers
   */
  static List<StoredTensor> read(Path file, String header, long bytes) {
    List<StoredTensor> tensors;
    try (JsonReader json = new JsonReader(new StringReader(header))) {
      json.setStrictness(Strictness.STRICT);
      tensors = new SafeTensorsHeader(file, json).tensors();
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      throw broken(file, "its header is not as the format has it (" + e.getMessage() + ")", e);
    }
    tensors.sort(Comparator.comparingLong(StoredTensor::begin).thenComparing(StoredTensor::end));
    checkPlaces(file, tensors, bytes);
    return tensors;
  }

  static WeightsException broken(Path file, String found) {
    return broken(file, found, null);
  }

  private static WeightsException broken(Path file, String found, @Nullable Exception cause) {
    String message =
        file
            + " is not a whole safetensors file of float32 numbers: "
            + found
            + ". Copy it again, or delete it and train again.";
    return cause == null ? new WeightsException(message) : new WeightsException(message, cause);
  }

  private static void checkPlaces(Path file, List<StoredTensor> tensors, long bytes) {
    long free = 0;
    for (StoredTensor tensor : tensors) {
      if (tensor.begin() != free) {
        throw broken(
            file,
            tensor.name() + " begins at byte " + tensor.begin() + ", but " + free + " is next");
      }
      free = tensor.end();
    }
    if (free != bytes) {
      throw broken(file, "its tensors take " + free + " bytes, but there are " + bytes);
    }
  }

  private List<StoredTensor> tensors() throws IOException {
    List<StoredTensor> tensors = new ArrayList<>();
    Set<String> names = new HashSet<>();
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (!names.add(name)) {
        throw broken(file, name + " is there twice");
      }
      if (name.equals(METADATA)) {
        skipStrings();
      } else {
        tensors.add(tensor(name));
      }
    }
    json.endObject();
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw broken(file, "something follows its header's object");
    }
    return tensors;
  }

  private void skipStrings() throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      json.skipValue(); // The name.
      if (json.peek() != JsonToken.STRING) {
        throw broken(file, METADATA + " holds something else than texts");
      }
      json.skipValue();
    }
    json.endObject();
  }

  private StoredTensor tensor(String name) throws IOException {
    String type = null;
    List<Long> lengths = null;
    List<Long> places = null;
    json.beginObject();
    while (json.hasNext()) {
      String key = json.nextName();
      switch (key) {
        case "dtype" -> type = json.nextString();
        case "shape" -> lengths = numbers(name);
        case "data_offsets" -> places = numbers(name);
        default -> throw broken(file, name + " has an unknown key \"" + key + "\"");
      }
    }
    json.endObject();
    if (type == null || lengths == null || places == null) {
      throw broken(file, name + " lacks one of dtype, shape and data_offsets");
    }
    if (!type.equals(StoredTensor.FLOAT32)) {
      throw broken(file, name + " has numbers of type " + type);
    }
    return tensor(name, lengths, places);
  }

  private StoredTensor tensor(String name, List<Long> lengths, List<Long> places) {
    Shape shape = shape(name, lengths);
    if (places.size() != 2) {
      throw broken(file, name + " lies at " + places + " instead of from one byte to another");
    }
    long begin = places.get(0);
    long end = places.get(1);
    long needed = (long) shape.size() * Float.BYTES;
    if (begin < 0 || end < begin || end - begin != needed || needed > Integer.MAX_VALUE) {
      throw broken(
          file, name + " lies at " + places + ", but its shape " + shape + " takes " + needed);
    }
    return new StoredTensor(name, shape, begin, end);
  }

  private Shape shape(String name, List<Long> lengths) {
    try {
      return Shape.of(lengths.stream().mapToInt(Math::toIntExact).toArray());
    } catch (ArithmeticException | InvalidInputException e) {
      throw broken(file, name + " has the shape " + lengths, e);
    }
  }

  private List<Long> numbers(String name) throws IOException {
    List<Long> numbers = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      if (json.peek() != JsonToken.NUMBER || numbers.size() == MOST_AXES) {
        throw broken(file, name + " has a shape or place that is no list of few numbers");
      }
      numbers.add(json.nextLong());
    }
    json.endArray();
    return numbers;
  }
}
