package io.github.gradcam.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

/** One way to break a file, the same for the same seed. */
record Mutation(long seed) {

  byte[] of(byte[] whole) {
    Random random = new Random(seed);
    byte[] broken = whole.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      // Half of the wounds are where sizes and tables are: at the front.
      int reach = random.nextBoolean() ? Math.min(broken.length, 64) : broken.length;
      int at = random.nextInt(reach);
      switch (random.nextInt(6)) {
        case 0 -> broken[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> broken[at] = (byte) random.nextInt(256);
        case 2 -> Arrays.fill(broken, at, end(broken, at, random), (byte) 0xff);
        case 3 -> Arrays.fill(broken, at, end(broken, at, random), (byte) 0);
        case 4 -> {
          int from = random.nextInt(broken.length);
          int length = Math.min(1 + random.nextInt(32), broken.length - Math.max(at, from));
          System.arraycopy(whole, from, broken, at, length);
        }
        default -> broken = random.nextInt(3) == 0 ? Arrays.copyOf(broken, at + 1) : broken;
      }
    }
    return random.nextInt(4) == 0 ? broken : withChecksums(broken);
  }

  private static int end(byte[] file, int at, Random random) {
    return Math.min(file.length, at + 1 + random.nextInt(8));
  }

  /** A PNG whose checksums fit what it has become, so that its decoder sees it. */
  private static byte[] withChecksums(byte[] file) {
    ByteBuffer chunks = ByteBuffer.wrap(file);
    if (!new String(file, ISO_8859_1).startsWith("\u0089PNG")) {
      return file;
    }
    for (int at = 8; at + 12 <= file.length; ) {
      int length = chunks.getInt(at);
      if (length < 0 || length > file.length - at - 12) {
        return file;
      }
      CRC32 check = new CRC32();
      check.update(file, at + 4, length + 4);
      chunks.putInt(at + 8 + length, (int) check.getValue());
      at += length + 12;
    }
    return file;
  }
}
