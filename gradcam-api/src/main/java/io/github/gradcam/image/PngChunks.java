package io.github.gradcam.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** The frame of a PNG file: signature and chunks, each with its length and checksum. */
final class PngChunks {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** Compression, filters and interlacing: there is one of each that is used. */
  private static final byte[] USUAL = {0, 0, 0};

  private static final byte DEPTH = 8;

  private final OutputStream out;
  private final byte[] compressed = new byte[1 << 16];
  private int filled;

  PngChunks(OutputStream out) {
    this.out = out;
  }

  void header(int width, int height, int kind) throws IOException {
    out.write(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    chunk("IHDR", header.put(DEPTH).put((byte) kind).put(USUAL).array(), 13);
  }

  /** Lets a compressor use up its input; chunks are written when they are full. */
  void data(Deflater deflater) throws IOException {
    while (!deflater.needsInput()) {
      take(deflater);
    }
  }

  /** Lets it finish, and finishes the file. */
  void end(Deflater deflater) throws IOException {
    deflater.finish();
    while (!deflater.finished()) {
      take(deflater);
    }
    flush();
    chunk("IEND", new byte[0], 0);
  }

  /** May take nothing, as after a change of strategy, though there is more to come. */
  private void take(Deflater deflater) throws IOException {
    filled += deflater.deflate(compressed, filled, compressed.length - filled);
    if (filled == compressed.length) {
      flush();
    }
  }

  private void flush() throws IOException {
    if (filled > 0) {
      chunk("IDAT", compressed, filled);
      filled = 0;
    }
  }

  private void chunk(String name, byte[] data, int length) throws IOException {
    byte[] type = name.getBytes(US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(type);
    sum.update(data, 0, length);
    out.write(ByteBuffer.allocate(8).putInt(length).put(type).array());
    out.write(data, 0, length);
    out.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
