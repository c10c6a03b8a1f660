package io.github.gradcam.djl.parity;

import static java.util.Objects.requireNonNull;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What tools/parity/make_models.py knows of one network.
 *
 * @param folder where its files lie
 * @param facts texts by name
 * @param tensors what PyTorch computes, by name
 */
record Known(Path folder, Map<String, String> facts, Map<String, Tensor> tensors) {

  static Known read(Path folder) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    Map<String, Tensor> tensors = new HashMap<>();
    try (FileChannel values = FileChannel.open(folder.resolve("values.f32"))) {
      for (String line : Files.readAllLines(folder.resolve("values.txt"))) {
        String[] words = line.split("\t", -1);
        if (words[0].equals("tensor")) {
          tensors.put(words[1], tensor(words[2], values));
        } else {
          facts.put(words[1], words[2]);
        }
      }
    }
    return new Known(folder, facts, tensors);
  }

  private static Tensor tensor(String lengths, FileChannel values) throws IOException {
    Shape shape = Shape.of(Stream.of(lengths.split(",")).mapToInt(Integer::parseInt).toArray());
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * shape.size()).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (values.read(bytes) < 0) {
        throw new IOException("values.f32 ends too early");
      }
    }
    return Tensor.copyOf(shape, bytes.flip().asFloatBuffer());
  }

  String name() {
    return String.valueOf(folder.getFileName());
  }

  Optional<String> fact(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  Tensor tensor(String name) {
    return requireNonNull(tensors.get(name), name);
  }
}
