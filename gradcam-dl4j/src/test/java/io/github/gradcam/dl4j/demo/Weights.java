package io.github.gradcam.dl4j.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * Named tensors, as a safetensors file has them: the header's length, the header in JSON, numbers.
 *
 * @param tensors by name
 */
record Weights(Map<String, INDArray> tensors) {

  static Weights read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[Math.toIntExact(bytes.getLong())];
    bytes.get(header);
    ByteBuffer numbers = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    Map<String, INDArray> tensors = new LinkedHashMap<>();
    new ObjectMapper()
        .readTree(header)
        .fields()
        .forEachRemaining(
            entry -> {
              if (!entry.getKey().equals("__metadata__")) {
                tensors.put(entry.getKey(), tensor(entry.getValue(), numbers));
              }
            });
    return new Weights(tensors);
  }

  private static INDArray tensor(JsonNode entry, ByteBuffer numbers) {
    if (!entry.get("dtype").asText().equals("F32")) {
      return Nd4j.empty();
    }
    long[] shape =
        StreamSupport.stream(entry.get("shape").spliterator(), false)
            .mapToLong(JsonNode::asLong)
            .toArray();
    int from = entry.get("data_offsets").get(0).asInt();
    float[] values = new float[(entry.get("data_offsets").get(1).asInt() - from) / Float.BYTES];
    numbers
        .slice(from, values.length * Float.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    return Nd4j.create(values, shape, 'c');
  }

  INDArray of(String name) {
    return Objects.requireNonNull(tensors.get(name), name);
  }
}
