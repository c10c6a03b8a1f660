package io.github.gradcam.examples.vgg16.network;

import com.google.gson.stream.JsonWriter;
import io.github.gradcam.tensor.Shape;
import java.io.IOException;

/**
 * What the header of a {@link SafeTensors} file says of one tensor.
 *
 * @param name its name
 * @param shape its lengths
 * @param begin its first byte, counted from the header's end
 * @param end the byte after its last
 */
record StoredTensor(String name, Shape shape, long begin, long end) {

  /** The only type of number there is here. */
  static final String FLOAT32 = "F32";

  void write(JsonWriter json) throws IOException {
    json.beginObject();
    json.name("dtype").value(FLOAT32);
    json.name("shape").beginArray();
    for (int length : shape.toArray()) {
      json.value(length);
    }
    json.endArray();
    json.name("data_offsets").beginArray().value(begin).value(end).endArray();
    json.endObject();
  }
}
