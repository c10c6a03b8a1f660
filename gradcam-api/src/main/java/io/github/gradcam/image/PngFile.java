package io.github.gradcam.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Takes a PNG's chunks apart. The decoder gets those with pixels, checked; texts, which may be
 * bombs, are never inflated.
 */
final class PngFile {

  private static final int SIGNATURE_BYTES = 8;
  private static final int AROUND_DATA = 12;
  private static final int PROFILE_LIMIT = 1 << 22;
  private static final int LONGEST_NAME = 79;

  private PngFile() {}

  static EncodedPhoto of(byte[] file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(file);
    ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
    kept.write(file, 0, SIGNATURE_BYTES);
    int orientation = ExifOrientation.UPRIGHT;
    byte[] profile = {};
    boolean isSrgb = false;
    int at = SIGNATURE_BYTES;
    while (true) {
      int length = at + AROUND_DATA <= file.length ? in.getInt(at) : -1;
      if (length < 0 || length > file.length - at - AROUND_DATA) {
        throw new BrokenPhotoException("it ends within a chunk");
      }
      String type = new String(file, at + 4, 4, ISO_8859_1);
      int data = at + 8;
      switch (type) {
        case "IHDR", "PLTE", "tRNS", "IDAT", "IEND" -> {
          requireChecksum(in, at, length, type);
          requirePixels(in, data, type);
          kept.write(file, at, length + AROUND_DATA);
        }
        case "sRGB" -> isSrgb = true;
        case "iCCP" -> profile = inflated(file, data, length);
        case "eXIf" ->
            orientation = ExifOrientation.of(Arrays.copyOfRange(file, data, data + length));
        default -> {
          if (Character.isUpperCase(type.charAt(0))) {
            throw new BrokenPhotoException(
                "it needs a chunk " + type + ", which no standard knows");
          }
        }
      }
      if (type.equals("IEND")) {
        return new EncodedPhoto(
            kept.toByteArray(), orientation, isSrgb ? new byte[0] : profile, Inks.NONE);
      }
      at += length + AROUND_DATA;
    }
  }

  private static void requirePixels(ByteBuffer in, int data, String type)
      throws BrokenPhotoException {
    if (type.equals("IHDR") && (in.getInt(data) == 0 || in.getInt(data + 4) == 0)) {
      throw BrokenPhotoException.withoutPixels(in.getInt(data), in.getInt(data + 4));
    }
  }

  private static void requireChecksum(ByteBuffer in, int at, int length, String type)
      throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(in.array(), at + 4, length + 4);
    if ((int) checksum.getValue() != in.getInt(at + 8 + length)) {
      throw new BrokenPhotoException("the checksum of its chunk " + type + " is wrong");
    }
  }

  /** The profile of an iCCP chunk, which begins with its name; none if it is broken or too long. */
  private static byte[] inflated(byte[] file, int from, int length) {
    int name = 0;
    while (name < length && name <= LONGEST_NAME && file[from + name] != 0) {
      name++;
    }
    int skipped = name + 2;
    if (skipped >= length) {
      return new byte[0];
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(file, from + skipped, length - skipped);
      byte[] profile = new byte[4096];
      int size = 0;
      for (int more; (more = inflater.inflate(profile, size, profile.length - size)) > 0; ) {
        size += more;
        if (size == profile.length) {
          if (size >= PROFILE_LIMIT) {
            return new byte[0];
          }
          profile = Arrays.copyOf(profile, 2 * size);
        }
      }
      return Arrays.copyOf(profile, size);
    } catch (DataFormatException e) {
      return new byte[0]; // as browsers do: the pixels are none the worse for it
    } finally {
      inflater.end();
    }
  }
}
