package io.github.gradcam.djl.internal.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.ZipException;

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

  /** Reads it, or fails: a file without one is no zip, whatever others make of it. */
  static EndRecord of(Path path) throws IOException {
    // A channel would be closed by an interrupt, and by one that came long before.
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long size = file.length();
      int length = (int) Math.min(size, END_SIZE + LONGEST_COMMENT + LOCATOR_SIZE);
      ByteBuffer tail = read(file, size - length, length);
      for (int at = length - END_SIZE; at >= 0; at--) {
        if (tail.getInt(at) == END && (tail.getShort(at + 20) & 0xffff) == length - at - END_SIZE) {
          return at(file, tail, at);
        }
      }
      throw new ZipException("its table of contents is missing");
    }
  }

  private static EndRecord at(RandomAccessFile file, ByteBuffer tail, int at) throws IOException {
    EndRecord small =
        new EndRecord(tail.getShort(at + 10) & 0xffff, tail.getInt(at + 12) & 0xffffffffL);
    int locator = at - LOCATOR_SIZE;
    if (locator < 0 || tail.getInt(locator) != LOCATOR) {
      return small;
    }
    long place = tail.getLong(locator + 8);
    if (place < 0 || place > file.length() - LARGE_END_SIZE) {
      return small;
    }
    ByteBuffer large = read(file, place, LARGE_END_SIZE);
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

  private static ByteBuffer read(RandomAccessFile file, long from, int length) throws IOException {
    byte[] bytes = new byte[length];
    file.seek(from);
    file.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
