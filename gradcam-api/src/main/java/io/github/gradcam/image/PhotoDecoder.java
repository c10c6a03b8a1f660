package io.github.gradcam.image;

import io.github.gradcam.error.InvalidInputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes one untrusted picture by way of ImageIO. */
final class PhotoDecoder {

  /** What the JPEG decoder only warns of, though part of the picture is then grey. */
  private static final List<String> DAMAGE =
      List.of("Truncated File", "premature end", "bad Huffman");

  private PhotoDecoder() {}

  static BufferedImage decode(InputStream in, String name, long pixelLimit) {
    try (ImageInputStream stream = new MemoryCacheImageInputStream(in)) {
      byte[] start = SignatureNames.peek(stream);
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new InvalidInputException(SignatureNames.unreadable(name, start));
      }
      int orientation = ExifOrientation.of(stream);
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        return Upright.turned(decode(reader, name, pixelLimit), orientation);
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      throw broken(name, e);
    }
  }

  private static BufferedImage decode(ImageReader reader, String name, long pixelLimit)
      throws IOException {
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    try {
      requireSize(reader.getWidth(0), reader.getHeight(0), name, pixelLimit);
      BufferedImage picture = reader.read(0);
      for (String warning : warnings) {
        if (DAMAGE.stream().anyMatch(warning::contains)) {
          throw new IOException(warning);
        }
      }
      return Srgb.of(picture);
    } catch (InvalidInputException e) {
      throw e;
    } catch (RuntimeException e) { // what the JDK's decoders throw at files they did not foresee
      throw broken(name, e);
    }
  }

  private static void requireSize(int width, int height, String name, long pixelLimit) {
    if (width < 1 || height < 1) {
      throw new InvalidInputException(
          name
              + " is a picture of "
              + width
              + " x "
              + height
              + " pixels, but a photo has at least"
              + " one. Save it again.");
    }
    if ((long) width * height > pixelLimit) {
      throw new InvalidInputException(
          name
              + " has "
              + width
              + " x "
              + height
              + " pixels, more than the limit of "
              + pixelLimit
              + ". Make it smaller, or raise the limit if you trust where it comes from.");
    }
  }

  private static InvalidInputException broken(String name, Exception e) {
    return new InvalidInputException(
        name
            + " is truncated or broken: its decoder says \""
            + e.getMessage()
            + "\". Copy or save it again; a viewer that shows it may be guessing the rest.",
        e);
  }
}
