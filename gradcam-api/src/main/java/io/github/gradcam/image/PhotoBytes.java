package io.github.gradcam.image;

import io.github.gradcam.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;

/** Reads a file whole, unless it is larger than any photo within the limit of pixels. */
final class PhotoBytes {

  /** Four channels of 16 bits, not compressed. */
  private static final long BYTES_PER_PIXEL = 8;

  /** What a small photo may carry besides: thumbnails, profiles, further frames. */
  private static final long BESIDES = 1L << 26;

  private PhotoBytes() {}

  static byte[] of(InputStream in, String name, long pixelLimit) throws IOException {
    long limit =
        Math.min(BESIDES + BYTES_PER_PIXEL * Math.min(pixelLimit, 1L << 28), Integer.MAX_VALUE - 8);
    byte[] bytes = in.readNBytes((int) limit);
    if (bytes.length == limit && in.read() >= 0) {
      throw new InvalidInputException(
          name
              + " has more than "
              + limit
              + " bytes, too many for a photo of at most "
              + pixelLimit
              + " pixels. Make it smaller, or raise the limit if you trust where it comes from.");
    }
    return bytes;
  }
}
