package io.github.gradcam.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** What a file's first bytes say it is, where that changes how it is read. */
enum PhotoFormat {
  JPEG,
  PNG,
  GIF,
  BMP,
  TIFF,
  WEBP,
  OTHER;

  private static final int LONGEST_SIGNATURE = 16;

  static PhotoFormat of(byte[] file) {
    String start = new String(file, 0, Math.min(file.length, LONGEST_SIGNATURE), ISO_8859_1);
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (start.startsWith("GIF8")) {
      return GIF;
    }
    if (start.startsWith("BM")) {
      return BMP;
    }
    if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
      return TIFF;
    }
    return start.startsWith("RIFF") && start.startsWith("WEBP", 8) ? WEBP : OTHER;
  }

  /** Whether the JDK's own decoder is taken, whatever plug-ins lie on the class path. */
  boolean isTheJdks() {
    return this == JPEG || this == PNG || this == GIF || this == BMP;
  }

  /**
   * Whether so few bytes may hold so many pixels. No deflated row, no LZW code and no block of a
   * scan stands for more than about 8,000 pixels a byte; a file that claims more is a bomb or cut
   * off, and is told apart before anything is allocated.
   */
  boolean mayHold(long pixels, int bytes) {
    boolean bounded = this == JPEG || this == PNG || this == GIF;
    return !bounded || pixels <= 10_000L * bytes;
  }
}
