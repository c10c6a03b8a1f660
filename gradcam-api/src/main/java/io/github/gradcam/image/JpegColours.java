package io.github.gradcam.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Decides which colours a JPEG's channels are, by the rules of the Independent JPEG Group. */
final class JpegColours {

  static final int SEGMENT_BYTES = 16;

  private static final int APP0 = 0xE0;
  private static final int APP14 = 0xEE;
  private static final byte[] JFIF = "JFIF\0".getBytes(US_ASCII);
  private static final byte[] ADOBE = "Adobe".getBytes(US_ASCII);
  private static final int TRANSFORM = 11;
  private static final int NO_TRANSFORM = -1;
  private static final int COMPONENTS = 5;

  private boolean jfif;
  private int transform = NO_TRANSFORM;
  private byte[] components = {};

  void application(int marker, byte[] file, int from, int to) {
    if (marker == APP0 && startsWith(JFIF, file, from, to)) {
      jfif = true;
    } else if (marker == APP14 && to - from > TRANSFORM && startsWith(ADOBE, file, from, to)) {
      transform = file[from + TRANSFORM] & 0xff;
    }
  }

  /** Takes the channels' numbers from a frame's header. */
  void frame(int marker, byte[] file, int from, int to) throws BrokenPhotoException {
    boolean frame = marker >= 0xC0 && marker <= 0xCF && (marker & 3) != 0 || marker == 0xC0;
    if (!frame || to - from <= COMPONENTS) {
      return;
    }
    ByteBuffer header = ByteBuffer.wrap(file, from, to - from);
    int height = header.getChar(from + 1);
    int width = header.getChar(from + 3);
    if (width == 0 || height == 0) {
      throw BrokenPhotoException.withoutPixels(width, height);
    }
    int count = file[from + COMPONENTS] & 0xff;
    if (to - from == COMPONENTS + 1 + 3 * count) {
      components = new byte[count];
      for (int i = 0; i < count; i++) {
        components[i] = file[from + COMPONENTS + 1 + 3 * i];
      }
    }
  }

  Inks inks() {
    if (components.length != 4) {
      return Inks.NONE;
    }
    return transform == 2 ? Inks.YCCK : Inks.CMYK;
  }

  /** The segment that says so to a decoder: Adobe's. Four channels are taken as they are. */
  byte[] segment() {
    if (components.length != 3) {
      return new byte[0];
    }
    int says = areRgb() ? 0 : 1;
    return new byte[] {
      (byte) 0xff, (byte) APP14, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) says
    };
  }

  private boolean areRgb() {
    if (jfif) {
      return false;
    }
    return transform == NO_TRANSFORM
        ? Arrays.equals(components, new byte[] {'R', 'G', 'B'})
        : transform == 0;
  }

  private static boolean startsWith(byte[] start, byte[] file, int from, int to) {
    return to - from >= start.length
        && Arrays.equals(file, from, from + start.length, start, 0, start.length);
  }
}
