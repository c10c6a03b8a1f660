package io.github.gradcam.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/**
 * Finds out how a camera was held: tag 0x0112 in a JPEG's EXIF segment.
 *
 * <p>Read from the bytes, because the JDK's own reading of metadata fails for many photos that it
 * decodes well. EXIF that makes no sense counts as none.
 */
final class ExifOrientation {

  /** As stored. */
  static final int UPRIGHT = 1;

  private static final byte[] EXIF = "Exif\0\0".getBytes(US_ASCII);
  private static final int START = 0xFFD8;
  private static final int APP1 = 0xFFE1;
  private static final int SCAN = 0xFFDA;
  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY_BYTES = 12;

  private ExifOrientation() {}

  /** The orientation, 1 to 8, of the picture that begins here; the stream stays where it was. */
  static int of(ImageInputStream stream) throws IOException {
    stream.mark();
    try {
      byte[] head = new byte[2];
      if (stream.read(head) < 2 || ByteBuffer.wrap(head).getChar() != START) {
        return UPRIGHT;
      }
      byte[] segment = new byte[4];
      while (stream.read(segment) == segment.length) {
        int marker = ByteBuffer.wrap(segment).getChar(0);
        int length = ByteBuffer.wrap(segment).getChar(2) - 2;
        if (marker < 0xFF00 || marker == SCAN || length < 0) {
          return UPRIGHT;
        }
        byte[] body = new byte[marker == APP1 ? length : 0];
        if (stream.read(body) == length && isExif(body)) {
          return fromTiff(ByteBuffer.wrap(body, EXIF.length, length - EXIF.length).slice());
        }
        stream.skipBytes(length - body.length);
      }
      return UPRIGHT;
    } finally {
      stream.reset();
    }
  }

  private static boolean isExif(byte[] body) {
    return body.length > EXIF.length + 8 && Arrays.equals(EXIF, Arrays.copyOf(body, EXIF.length));
  }

  private static int fromTiff(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long directory = Integer.toUnsignedLong(tiff.getInt(4));
    if (directory + 2 > tiff.capacity()) {
      return UPRIGHT;
    }
    int entries = tiff.getChar((int) directory);
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + (long) i * ENTRY_BYTES;
      if (entry + ENTRY_BYTES > tiff.capacity()) {
        return UPRIGHT;
      }
      if (tiff.getChar((int) entry) == ORIENTATION) {
        int orientation = tiff.getChar((int) entry + 8);
        return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
