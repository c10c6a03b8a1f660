package io.github.gradcam.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Finds the EXIF chunk of a WebP picture, which its decoder does not follow. */
final class WebpFile {

  private static final int FIRST_CHUNK = 12;
  private static final int CHUNK_HEADER = 8;

  private WebpFile() {}

  static int orientation(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    long at = FIRST_CHUNK;
    while (at + CHUNK_HEADER <= file.length) {
      int start = (int) at;
      long length = Integer.toUnsignedLong(in.getInt(start + 4));
      long end = start + CHUNK_HEADER + length;
      if (end <= file.length && new String(file, start, 4, ISO_8859_1).equals("EXIF")) {
        return ExifOrientation.of(Arrays.copyOfRange(file, start + CHUNK_HEADER, (int) end));
      }
      at = end + (length & 1);
    }
    return ExifOrientation.UPRIGHT;
  }
}
