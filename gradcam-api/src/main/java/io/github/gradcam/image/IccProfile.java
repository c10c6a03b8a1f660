package io.github.gradcam.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The tags of an ICC profile (ICC.1:2010, clause 7). */
record IccProfile(byte[] bytes) {

  private static final int HEADER = 128;
  private static final int ENTRY = 12;
  private static final int MOST_TAGS = 256;
  private static final int SPACE = 16;
  private static final int CONNECTION = 20;
  private static final int SIGNATURE = 36;

  static Optional<IccProfile> of(byte[] bytes) {
    IccProfile profile = new IccProfile(bytes);
    return bytes.length >= HEADER + 4 && profile.text(SIGNATURE).equals("acsp")
        ? Optional.of(profile)
        : Optional.empty();
  }

  /** The colours it describes, four letters: {@code "RGB "}, {@code "GRAY"}, {@code "CMYK"}. */
  String space() {
    return text(SPACE);
  }

  /** Whether its curves and matrix lead to CIE XYZ. */
  boolean leadsToXyz() {
    return text(CONNECTION).equals("XYZ ");
  }

  boolean has(String tag) {
    return tag(tag).isPresent();
  }

  /** A tag's data, its type first; empty if it is not there or lies outside the profile. */
  Optional<ByteBuffer> tag(String name) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int count = Math.min(in.getInt(HEADER), MOST_TAGS);
    for (int i = 0; i < count; i++) {
      int entry = HEADER + 4 + i * ENTRY;
      if (entry + ENTRY > bytes.length) {
        return Optional.empty();
      }
      if (text(entry).equals(name)) {
        int offset = in.getInt(entry + 4);
        int size = in.getInt(entry + 8);
        return offset < 0 || size < 8 || offset > bytes.length - size
            ? Optional.empty()
            : Optional.of(in.slice(offset, size));
      }
    }
    return Optional.empty();
  }

  private String text(int at) {
    return new String(Arrays.copyOfRange(bytes, at, at + 4), ISO_8859_1);
  }
}
