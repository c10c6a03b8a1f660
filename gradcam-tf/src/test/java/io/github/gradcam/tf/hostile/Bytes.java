package io.github.gradcam.tf.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;

/** Damage to bytes. */
final class Bytes {

  private static final int FOOTER = 48;
  private static final int TRAILER = 5;

  private Bytes() {}

  /** Single bits. */
  static byte[] flipped(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  /** A run: other bytes, zeros, ones, or a copy from elsewhere. */
  static byte[] overwritten(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    if (bytes.length == 0) {
      return bytes;
    }
    int from = random.nextInt(bytes.length);
    int length = 1 + random.nextInt(Math.min(32, bytes.length - from));
    switch (random.nextInt(3)) {
      case 0 -> {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, bytes, from, length);
      }
      case 1 -> Arrays.fill(bytes, from, from + length, (byte) -random.nextInt(2));
      default ->
          System.arraycopy(whole, random.nextInt(bytes.length - length + 1), bytes, from, length);
    }
    return bytes;
  }

  /** A range that is there twice, or is missing. */
  static byte[] moved(byte[] whole, Random random) {
    int from = random.nextInt(whole.length);
    int to = from + random.nextInt(Math.min(2000, whole.length - from));
    int back = random.nextBoolean() ? from : to;
    int on = back == from ? to : from;
    byte[] bytes = Arrays.copyOf(whole, on + whole.length - back);
    System.arraycopy(whole, back, bytes, on, whole.length - back);
    return bytes;
  }

  /** The beginning of one file and the end of another. */
  static byte[] spliced(byte[] whole, byte[] other, Random random) {
    int to = random.nextInt(whole.length);
    int from = random.nextInt(other.length);
    byte[] bytes = Arrays.copyOf(whole, to + other.length - from);
    System.arraycopy(other, from, bytes, to, other.length - from);
    return bytes;
  }

  /** One of the ways above. */
  static byte[] damaged(byte[] whole, Random random) {
    if (whole.length == 0) {
      return whole;
    }
    return switch (random.nextInt(4)) {
      case 0 -> flipped(whole, random);
      case 1 -> overwritten(whole, random);
      case 2 -> moved(whole, random);
      default -> Arrays.copyOf(whole, random.nextInt(whole.length));
    };
  }

  /** A table of one block, as checkpoints have them, damaged in the block, with its check sum. */
  static byte[] signed(byte[] table, Random random) {
    ByteBuffer bytes = ByteBuffer.wrap(table.clone()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(table.length - FOOTER);
    // Behind the block and its check sum begins what the footer tells first.
    int end = varint(bytes) - TRAILER;
    byte[] block = Arrays.copyOf(table, end);
    byte[] damaged = random.nextBoolean() ? flipped(block, random) : overwritten(block, random);
    bytes.put(0, damaged);
    CRC32C sum = new CRC32C();
    sum.update(bytes.array(), 0, end + 1);
    int value = (int) sum.getValue();
    // As the format masks them.
    bytes.putInt(end + 1, Integer.rotateRight(value, 15) + 0xa282ead8);
    return bytes.array();
  }

  private static int varint(ByteBuffer bytes) {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = bytes.get();
      value |= (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }
}
