package io.github.gradcam.tf.hostile;

import io.github.gradcam.trials.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;

/** A checkpoint's list, damaged so that its check sums agree. */
final class Signed {

  private static final int FOOTER = 48;
  private static final int TRAILER = 5;

  private Signed() {}

  /** A table of one block, as checkpoints have them, damaged in the block, with its check sum. */
  static byte[] damaged(byte[] table, Random random) {
    ByteBuffer bytes = ByteBuffer.wrap(table.clone()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(table.length - FOOTER);
    // Behind the block and its check sum begins what the footer tells first.
    int end = varint(bytes) - TRAILER;
    byte[] block = Arrays.copyOf(table, end);
    byte[] damaged =
        random.nextBoolean() ? Bytes.flipped(block, random) : Bytes.overwritten(block, random);
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
