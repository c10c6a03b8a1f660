package io.github.gradcam.djl;

import ai.djl.ndarray.NDArray;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Everything of a network that could be changed by mistake, as bytes. */
final class Snapshot {

  private Snapshot() {}

  static byte[] of(Network network) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    network
        .parameters()
        .forEach(
            parameter -> {
              NDArray array = parameter.getValue().getArray();
              bytes.writeBytes(parameter.getKey().getBytes(StandardCharsets.UTF_8));
              bytes.writeBytes(array.toByteArray());
              bytes.write(array.hasGradient() ? 1 : 0);
            });
    return bytes.toByteArray();
  }
}
