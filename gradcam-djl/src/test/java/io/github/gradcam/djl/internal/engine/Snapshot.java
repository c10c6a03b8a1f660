package io.github.gradcam.djl.internal.engine;

import ai.djl.ndarray.NDArray;
import io.github.gradcam.model.Model;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Everything of a network that could be changed by mistake, as bytes. */
public final class Snapshot {

  private Snapshot() {}

  /** The bytes of a model of this backend. */
  public static byte[] of(Model model) {
    Network network = ((TorchModel) model).network();
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
