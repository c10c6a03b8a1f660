package io.github.gradcam.trials;

import java.util.Arrays;
import java.util.Random;

/** Damage to bytes. */
public final class Bytes {

  private Bytes() {}

  /** Single bits. */
  public static byte[] flipped(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  /** A run: other bytes, zeros, ones, or a copy from elsewhere. */
  public static byte[] overwritten(byte[] whole, Random random) {
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
  public static byte[] moved(byte[] whole, Random random) {
    int from = random.nextInt(whole.length);
    int to = from + random.nextInt(Math.min(2000, whole.length - from));
    int back = random.nextBoolean() ? from : to;
    int on = back == from ? to : from;
    byte[] bytes = Arrays.copyOf(whole, on + whole.length - back);
    System.arraycopy(whole, back, bytes, on, whole.length - back);
    return bytes;
  }

  /** An end that is missing. */
  public static byte[] cut(byte[] whole, Random random) {
    return Arrays.copyOf(whole, random.nextInt(whole.length));
  }

  /** The beginning of one file and the end of another. */
  public static byte[] spliced(byte[] whole, byte[] other, Random random) {
    int to = random.nextInt(whole.length);
    int from = random.nextInt(other.length);
    byte[] bytes = Arrays.copyOf(whole, to + other.length - from);
    System.arraycopy(other, from, bytes, to, other.length - from);
    return bytes;
  }

  /** One of the ways above that need no other file. */
  public static byte[] damaged(byte[] whole, Random random) {
    if (whole.length == 0) {
      return whole;
    }
    return switch (random.nextInt(4)) {
      case 0 -> flipped(whole, random);
      case 1 -> overwritten(whole, random);
      case 2 -> moved(whole, random);
      default -> cut(whole, random);
    };
  }
}
