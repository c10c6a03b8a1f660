package io.github.gradcam.image;

import io.github.gradcam.error.InvalidInputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads photos with the JDK's own decoders: JPEG, PNG, GIF (its first picture), BMP, TIFF, WBMP,
 * and whatever ImageIO plug-ins lie on the class path.
 *
 * <p>The result is always {@code TYPE_INT_RGB}, upright as its EXIF orientation says. Grey becomes
 * equal channels, palettes their colours, transparency is composited on white, embedded colour
 * profiles are converted to sRGB. Files are not trusted: sizes are checked before decoding.
 */
public final class Images {

  /** The largest photo that is read unless told otherwise: 100 megapixels. */
  public static final long PIXEL_LIMIT = 100_000_000;

  private Images() {}

  /**
   * Reads a photo.
   *
   * @param file an image file of at most {@link #PIXEL_LIMIT} pixels
   * @return the photo, {@code TYPE_INT_RGB}
   * @throws InvalidInputException if there is no such file, it is no picture the JDK reads, it is
   *     truncated or broken, or it has too many pixels
   */
  public static BufferedImage read(Path file) {
    return read(file, PIXEL_LIMIT);
  }

  /**
   * Reads a photo up to a size.
   *
   * @param file an image file
   * @param pixelLimit how many pixels it may have, checked before decoding
   * @return the photo, {@code TYPE_INT_RGB}
   * @throws InvalidInputException as {@link #read(Path)}
   */
  public static BufferedImage read(Path file, long pixelLimit) {
    if (!Files.exists(file)) {
      throw new InvalidInputException(
          "There is no file " + file + ". Looked for it at " + file.toAbsolutePath() + ".");
    }
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(file + " is a folder, not a photo. Name a file in it.");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new PhotoDecoder(file.toString(), pixelLimit).decode(in);
    } catch (IOException e) {
      throw new InvalidInputException(
          file + " cannot be read (" + e + "). Check its permissions.", e);
    }
  }

  /**
   * Reads a photo from a stream, which is not closed.
   *
   * @param in an encoded picture of at most {@link #PIXEL_LIMIT} pixels
   * @return the photo, {@code TYPE_INT_RGB}
   * @throws InvalidInputException as {@link #read(Path)}
   */
  public static BufferedImage read(InputStream in) {
    return read(in, PIXEL_LIMIT);
  }

  /**
   * Reads a photo up to a size from a stream, which is not closed.
   *
   * @param in an encoded picture
   * @param pixelLimit how many pixels it may have, checked before decoding
   * @return the photo, {@code TYPE_INT_RGB}
   * @throws InvalidInputException as {@link #read(Path)}
   */
  public static BufferedImage read(InputStream in, long pixelLimit) {
    try {
      return new PhotoDecoder("The stream", pixelLimit).decode(in);
    } catch (IOException e) {
      throw new InvalidInputException("The stream cannot be read (" + e + ").", e);
    }
  }
}
