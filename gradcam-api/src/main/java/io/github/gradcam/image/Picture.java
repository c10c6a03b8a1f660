package io.github.gradcam.image;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.file.WholeFile;
import io.github.gradcam.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.nio.file.Path;

/**
 * A finished picture.
 *
 * @param image its pixels
 */
public record Picture(BufferedImage image) {

  /**
   * A map as levels of grey, one pixel a number: 0 is black, 1 is white.
   *
   * @param heat {@code [h, w]}, 0 to 1; what lies outside takes the nearer end
   * @return the picture, 8 bits deep
   * @throws InvalidInputException if it has not two axes, is empty or holds NaN
   */
  public static Picture grey(Tensor heat) {
    Heat.requireMap(heat);
    int width = heat.shape().length(1);
    int height = heat.shape().length(0);
    byte[] levels = new byte[width * height];
    FloatBuffer values = heat.toBuffer();
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) Math.rint(255 * Heat.clamped(values.get(i)));
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, width, height, levels);
    return new Picture(image);
  }

  /** Its width in pixels. */
  public int width() {
    return image.getWidth();
  }

  /** Its height in pixels. */
  public int height() {
    return image.getHeight();
  }

  /**
   * A smaller copy, its ratio kept, smoothed as Pillow's {@code BILINEAR} does.
   *
   * @param longestSide how many pixels wide and high it may be, at least 1
   * @return the copy; this picture if it is no larger
   * @throws InvalidInputException if no pixel is allowed
   */
  public Picture within(int longestSide) {
    if (longestSide < 1) {
      throw new InvalidInputException(
          "A picture has at least one pixel on each side, but " + longestSide + " were allowed.");
    }
    double scale = (double) longestSide / Math.max(width(), height());
    return scale >= 1
        ? this
        : new Picture(
            Scaled.to(
                image,
                (int) Math.max(1, Math.round(width() * scale)),
                (int) Math.max(1, Math.round(height() * scale))));
  }

  /**
   * Writes it as the ending of the file's name says, whole or not at all; an existing file is
   * replaced.
   *
   * @param file where it will lie, in an existing folder: {@code .png}, {@code .jpg} or {@code
   *     .jpeg}
   * @throws io.github.gradcam.error.WriteException if its name ends otherwise, or it cannot be
   *     written
   */
  public void write(Path file) {
    PictureFormat format =
        FileEnding.of(file, FileEnding.PICTURES) == FileEnding.PNG
            ? PictureFormat.PNG
            : PictureFormat.JPEG;
    WholeFile.write(file, out -> encode(format, out));
  }

  /**
   * Encodes it into a stream, which is not closed.
   *
   * @param format how
   * @param out where to; need not be buffered
   * @throws IOException if the stream fails
   */
  public void encode(PictureFormat format, OutputStream out) throws IOException {
    switch (format) {
      case PNG -> Png.encode(image, out);
      case JPEG -> Jpeg.encode(image, out);
    }
  }
}
