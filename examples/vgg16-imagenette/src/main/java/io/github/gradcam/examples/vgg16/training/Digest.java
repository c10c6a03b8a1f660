package io.github.gradcam.examples.vgg16.training;

import io.github.gradcam.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for all that something was made from: made from something else, it is another. */
final class Digest {

  private static final int BYTES = 6;

  private final MessageDigest sha256;

  Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  Digest with(Object value) {
    sha256.update(value.toString().getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) 0);
    return this;
  }

  Digest with(Tensor tensor) {
    ByteBuffer bytes =
        ByteBuffer.allocate(tensor.shape().size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(tensor.toBuffer());
    sha256.update(bytes);
    return this;
  }

  String text() {
    return HexFormat.of().formatHex(sha256.digest(), 0, BYTES);
  }
}
