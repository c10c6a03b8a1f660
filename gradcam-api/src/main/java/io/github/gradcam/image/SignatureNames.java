package io.github.gradcam.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.stream.ImageInputStream;

/** Tells a person what a file is that no decoder knows. */
final class SignatureNames {

  private static final int LENGTH = 16;
  private static final String READABLE =
      " Readable are JPEG, PNG, GIF, BMP, TIFF, WBMP and what ImageIO plug-ins on the class path"
          + " add.";

  private SignatureNames() {}

  /** The first bytes of a stream, which stays where it was. */
  static byte[] peek(ImageInputStream stream) throws IOException {
    byte[] start = new byte[LENGTH];
    stream.mark();
    int length = 0;
    for (int read; length < LENGTH && (read = stream.read(start, length, LENGTH - length)) > 0; ) {
      length += read;
    }
    stream.reset();
    return Arrays.copyOf(start, length);
  }

  static String unreadable(String name, byte[] start) {
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
