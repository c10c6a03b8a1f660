package io.github.gradcam.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Puts an ICC profile together that a JPEG spreads over segments; one with gaps counts as none. */
final class JpegProfile {

  private static final byte[] SIGNATURE = "ICC_PROFILE\0".getBytes(US_ASCII);
  private static final int HEADER = SIGNATURE.length + 2;

  private byte[][] parts = {};

  void add(byte[] file, int from, int to) {
    if (to - from < HEADER
        || !Arrays.equals(file, from, from + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
      return;
    }
    int number = file[from + SIGNATURE.length] & 0xff;
    int count = file[from + SIGNATURE.length + 1] & 0xff;
    if (parts.length == 0) {
      parts = new byte[count][];
    }
    if (number >= 1 && number <= parts.length) {
      parts[number - 1] = Arrays.copyOfRange(file, from + HEADER, to);
    }
  }

  byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      if (part == null) {
        return new byte[0];
      }
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }
}
