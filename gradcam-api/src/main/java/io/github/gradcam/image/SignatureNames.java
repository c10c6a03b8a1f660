package io.github.gradcam.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.HexFormat;

/** Tells a person what a file is that no decoder knows. */
final class SignatureNames {

  private static final int LENGTH = 16;
  private static final String READABLE =
      " Readable are JPEG, PNG, GIF, BMP, TIFF, WBMP and what ImageIO plug-ins on the class path"
          + " add.";

  private SignatureNames() {}

  static String unreadable(String name, byte[] file) {
    byte[] start = Arrays.copyOf(file, Math.min(file.length, LENGTH));
    if (start.length == 0) {
      return name + " is empty: it has no bytes, but a picture was expected. Copy it again.";
    }
    String text = new String(start, ISO_8859_1);
    if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
      return name
          + " is a WebP picture, which the JDK does not read. Put TwelveMonkeys'"
          + " com.twelvemonkeys.imageio:imageio-webp on the class path, or convert it to JPEG or"
          + " PNG.";
    }
    if (text.startsWith("ftyp", 4)) {
      return name
          + " is a HEIC, AVIF or MP4 file, which the JDK does not read. Convert it to JPEG or PNG.";
    }
    return name
        + " is no picture: it begins with the bytes "
        + HexFormat.ofDelimiter(" ").formatHex(start)
        + ", which no decoder knows."
        + READABLE;
  }
}
