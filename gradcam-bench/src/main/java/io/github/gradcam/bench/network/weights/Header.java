package io.github.gradcam.bench.network.weights;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.gradcam.tensor.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file: its length in eight bytes, then JSON that says where each array
 * lies behind it.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">The format</a>
 */
final class Header {

  private static final String OFFSETS = "data_offsets";
  private static final String SHAPE = "shape";
  private static final String TYPE = "dtype";
  private static final String FLOATS = "F32";
  private static final String METADATA = "__metadata__";

  /**
   * Where an array lies.
   *
   * @param shape its lengths
   * @param begin its first byte behind the header
   */
  record Place(Shape shape, int begin) {}

  private Header() {}

  static void write(List<Parameter> parameters, OutputStream out) throws IOException {
    JsonObject header = new JsonObject();
    long begin = 0;
    for (Parameter parameter : parameters) {
      long end = begin + (long) parameter.shape().size() * Float.BYTES;
      JsonObject entry = new JsonObject();
      entry.addProperty(TYPE, FLOATS);
      JsonArray shape = new JsonArray();
      for (int length : parameter.shape().toArray()) {
        shape.add(length);
      }
      entry.add(SHAPE, shape);
      JsonArray offsets = new JsonArray();
      offsets.add(begin);
      offsets.add(end);
      entry.add(OFFSETS, offsets);
      header.add(parameter.name(), entry);
      begin = end;
    }
    String text = header.toString();
    // The numbers start at a multiple of eight bytes, so that a mapped file can be read in place.
    byte[] bytes =
        (text + " ".repeat(Math.floorMod(-text.length(), Long.BYTES)))
            .getBytes(StandardCharsets.US_ASCII);
    out.write(
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(bytes.length)
            .array());
    out.write(bytes);
  }

  /**
   * Reads a header.
   *
   * @param text JSON
   * @return the arrays by name
   * @throws JsonParseException if it is no such header
   */
  static Map<String, Place> read(String text) {
    Map<String, Place> places = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry :
        JsonParser.parseString(text).getAsJsonObject().entrySet()) {
      if (!entry.getKey().equals(METADATA)) {
        places.put(entry.getKey(), place(entry.getKey(), entry.getValue().getAsJsonObject()));
      }
    }
    return places;
  }

  private static Place place(String name, JsonObject entry) {
    if (!entry.get(TYPE).getAsString().equals(FLOATS)) {
      throw new JsonParseException(name + " has numbers of type " + entry.get(TYPE));
    }
    int[] lengths =
        entry.getAsJsonArray(SHAPE).asList().stream().mapToInt(JsonElement::getAsInt).toArray();
    return new Place(Shape.of(lengths), entry.getAsJsonArray(OFFSETS).get(0).getAsInt());
  }
}
