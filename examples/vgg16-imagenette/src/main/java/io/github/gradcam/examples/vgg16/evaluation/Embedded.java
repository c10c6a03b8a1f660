package io.github.gradcam.examples.vgg16.evaluation;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/**
 * A picture as it goes into the page.
 *
 * @param width in pixels
 * @param height in pixels
 * @param address one that holds the picture
 */
record Embedded(int width, int height, String address) {

  private static final int LONGEST_SIDE = 320;

  /** A photo, made small. */
  static Embedded photo(BufferedImage photo) {
    double scale =
        Math.min(1, (double) LONGEST_SIDE / Math.max(photo.getWidth(), photo.getHeight()));
    int width = Math.max(1, (int) Math.round(scale * photo.getWidth()));
    int height = Math.max(1, (int) Math.round(scale * photo.getHeight()));
    // JPEG has no transparency.
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    // Of what is there, only this averages all pixels.
    Image scaled =
        scale == 1 ? photo : photo.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
    graphics.drawImage(scaled, 0, 0, null);
    graphics.dispose();
    return encoded(small, "jpeg");
  }

  /** A chart, as it is. */
  static Embedded chart(BufferedImage chart) {
    return encoded(chart, "png");
  }

  private static Embedded encoded(BufferedImage picture, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(picture, format, bytes)) {
        throw new IllegalStateException("This Java cannot write " + format + ".");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written to.", e);
    }
    return new Embedded(
        picture.getWidth(),
        picture.getHeight(),
        "data:image/"
            + format
            + ";base64,"
            + Base64.getEncoder().encodeToString(bytes.toByteArray()));
  }
}
