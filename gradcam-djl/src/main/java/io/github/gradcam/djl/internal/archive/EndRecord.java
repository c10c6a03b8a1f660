package io.github.gradcam.djl.internal.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What the end of a zip says about its table of contents, which is read before the table: a reader
 * of zips takes the whole table into memory.
 *
 * @param entries how many entries it lists
 * @param bytes how long the table is
 */
record EndRecord(long entries, long bytes) {

  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_SIZE = 20;
  private static final int LARGE_END = 0x06064b50;
  private static final int LARGE_END_SIZE = 56;

  private static final EndRecord NONE = new EndRecord(0, 0);

  /** Reads it; a file without one is of no interest and has no entries. */
  static EndRecord of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      int length = (int) Math.min(size, END_SIZE + LONGEST_COMMENT + LOCATOR_SIZE);
      ByteBuffer tail = read(channel, size - length, length);
      for (int at = length - END_SIZE; at >= 0; at--) {
        if (tail.getInt(at) == END && (tail.getShort(at + 20) & 0xffff) == length - at - END_SIZE) {
          return at(channel, tail, at);
        }
      }
      return NONE;
    }
  }

  private static EndRecord at(FileChannel channel, ByteBuffer tail, int at) throws IOException {
    EndRecord small =
        new EndRecord(tail.getShort(at + 10) & 0xffff, tail.getInt(at + 12) & 0xffffffffL);
    int locator = at - LOCATOR_SIZE;
    if (locator < 0 || tail.getInt(locator) != LOCATOR) {
      return small;
    }
    long place = tail.getLong(locator + 8);
    if (place < 0 || place > channel.size() - LARGE_END_SIZE) {
      return small;
    }
    ByteBuffer large = read(channel, place, LARGE_END_SIZE);
    return large.getInt(0) == LARGE_END
        ? new EndRecord(large.getLong(32), large.getLong(40)).orMore(small)
        : small;
  }

  /** Two records may contradict each other, and readers differ in which one they believe. */
  private EndRecord orMore(EndRecord other) {
    return new EndRecord(
        entries < 0 ? Long.MAX_VALUE : Math.max(entries, more(other.entries, 0xffff)),
        bytes < 0 ? Long.MAX_VALUE : Math.max(bytes, more(other.bytes, 0xffffffffL)));
  }

  private static long more(long small, long elsewhere) {
    return small == elsewhere ? 0 : small;
  }

  private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
      continue;
    }
    return buffer;
  }
}
