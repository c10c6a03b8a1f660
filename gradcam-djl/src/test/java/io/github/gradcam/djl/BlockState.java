package io.github.gradcam.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Everything of a user's block that could be changed by mistake, as bytes. */
final class BlockState {

  private BlockState() {}

  static byte[] of(Block block) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Pair<String, Parameter> pair : block.getParameters()) {
      NDArray array = pair.getValue().getArray();
      bytes.writeBytes(pair.getKey().getBytes(StandardCharsets.UTF_8));
      bytes.writeBytes(array.toByteArray());
      bytes.write(pair.getValue().requiresGradient() ? 1 : 0);
      bytes.write(array.hasGradient() ? 1 : 0);
      if (array.hasGradient()) {
        try (NDArray gradient = array.getGradient()) {
          bytes.writeBytes(gradient.toByteArray());
        }
      }
    }
    return bytes.toByteArray();
  }
}
