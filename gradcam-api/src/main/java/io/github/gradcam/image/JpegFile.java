package io.github.gradcam.image;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Takes a JPEG's segments apart. The decoder gets those it decodes from, and one that says which
 * colours they are: left to itself, the JDK's guesses differ from everybody else's, and it fails on
 * EXIF, thumbnails and profiles that it does not need.
 */
final class JpegFile {

  private static final int SCAN = 0xDA;
  private static final int END = 0xD9;
  private static final int APP0 = 0xE0;
  private static final int APP15 = 0xEF;
  private static final int COMMENT = 0xFE;
  private static final byte[] EXIF = "Exif\0\0".getBytes(US_ASCII);

  private final byte[] file;
  private final ByteArrayOutputStream kept;
  private final JpegProfile profile = new JpegProfile();
  private final JpegColours colours = new JpegColours();
  private int orientation = ExifOrientation.UPRIGHT;

  private JpegFile(byte[] file) {
    this.file = file;
    this.kept = new ByteArrayOutputStream(file.length + JpegColours.SEGMENT_BYTES);
  }

  static EncodedPhoto of(byte[] file) throws IOException {
    return new JpegFile(file).apart();
  }

  private EncodedPhoto apart() throws IOException {
    ByteArrayOutputStream whole = kept;
    int at = 2;
    while (true) {
      at = marker(at);
      int marker = file[at] & 0xff;
      if (marker == SCAN) {
        return photo(whole, at - 1);
      }
      if (marker == END) {
        throw new BrokenPhotoException("it ends before its first scan");
      }
      if (isSegment(marker)) {
        int length = lengthAt(at + 1);
        segment(marker, at + 3, at + 1 + length);
        at += length;
      }
      at++;
    }
  }

  private EncodedPhoto photo(ByteArrayOutputStream segments, int scan) {
    byte[] header = segments.toByteArray();
    byte[] colour = colours.segment();
    byte[] plain = new byte[2 + colour.length + header.length + file.length - scan];
    plain[0] = (byte) 0xff;
    plain[1] = (byte) 0xd8;
    System.arraycopy(colour, 0, plain, 2, colour.length);
    System.arraycopy(header, 0, plain, 2 + colour.length, header.length);
    System.arraycopy(file, scan, plain, 2 + colour.length + header.length, file.length - scan);
    return new EncodedPhoto(plain, orientation, profile.bytes(), colours.inks());
  }

  /** The place of the next marker's code; what lies before it is fill or rubbish. */
  private int marker(int from) throws IOException {
    int at = from;
    while (at + 1 < file.length) {
      if (file[at] == (byte) 0xff && file[at + 1] != (byte) 0xff && file[at + 1] != 0) {
        return at + 1;
      }
      at++;
    }
    throw new BrokenPhotoException("it ends before its first scan");
  }

  private static boolean isSegment(int marker) {
    return marker > 0x01 && (marker < 0xD0 || marker > 0xD8);
  }

  private int lengthAt(int at) throws IOException {
    int length = at + 1 < file.length ? (file[at] & 0xff) << 8 | file[at + 1] & 0xff : 0;
    if (length < 2 || at + length > file.length) {
      throw new BrokenPhotoException("it ends within a segment of its header");
    }
    return length;
  }

  private void segment(int marker, int from, int to) throws IOException {
    if (marker == APP0 + 1 && Arrays.equals(file, from, Math.min(to, from + 6), EXIF, 0, 6)) {
      orientation = ExifOrientation.of(Arrays.copyOfRange(file, from + EXIF.length, to));
    } else if (marker == APP0 + 2) {
      profile.add(file, from, to);
    } else if (marker >= APP0 && marker <= APP15) {
      colours.application(marker, file, from, to);
    } else if (marker != COMMENT) {
      colours.frame(marker, file, from, to);
      kept.write(file, from - 4, to - from + 4);
    }
  }
}
