package io.github.gradcam.bench.network.torchscript;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip of stored entries whose contents begin at multiples of 64 bytes, as PyTorch maps them. */
final class AlignedZip implements AutoCloseable {

  private static final int ALIGNMENT = 64;
  private static final int FIXED_HEADER = 30;
  private static final int EXTRA_HEADER = 4;
  private static final int BYTES_AT_ONCE = 1 << 16;
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** Counts what goes through. */
  private static final class Counted extends OutputStream {

    private final OutputStream out;
    private long count;

    Counted(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      count += length;
    }
  }

  private final Counted counted;
  private final ZipOutputStream zip;

  /**
   * Begins a zip.
   *
   * @param out where it goes, from its first byte on; stays open
   */
  AlignedZip(OutputStream out) {
    this.counted = new Counted(out);
    this.zip = new ZipOutputStream(counted, StandardCharsets.US_ASCII);
    zip.setMethod(ZipOutputStream.STORED);
  }

  void add(String name, String text) throws IOException {
    add(name, ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
  }

  void add(String name, ByteBuffer content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content.duplicate());
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    entry.setSize(content.remaining());
    entry.setCompressedSize(content.remaining());
    entry.setCrc(sum.getValue());
    entry.setExtra(padding(name));
    zip.putNextEntry(entry);
    byte[] some = new byte[BYTES_AT_ONCE];
    ByteBuffer left = content.duplicate();
    while (left.hasRemaining()) {
      int length = Math.min(some.length, left.remaining());
      left.get(some, 0, length);
      zip.write(some, 0, length);
    }
    zip.closeEntry();
  }

  /** A field of the header that means nothing and has the length that is missing. */
  private byte[] padding(String name) {
    long begin = counted.count + FIXED_HEADER + name.length() + EXTRA_HEADER;
    int missing = (int) Math.floorMod(-begin, (long) ALIGNMENT);
    byte[] extra = new byte[EXTRA_HEADER + missing];
    extra[0] = 'F';
    extra[1] = 'B';
    extra[2] = (byte) missing;
    return extra;
  }

  @Override
  public void close() throws IOException {
    zip.finish();
    zip.flush();
  }
}
