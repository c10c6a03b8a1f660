package io.github.gradcam.examples.vgg16.training;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * A photo as the network may see it: whole or a part of it, as it is or mirrored.
 *
 * @param left where the part begins, from 0 to 1 of the width
 * @param top where it begins, from 0 to 1 of the height
 * @param width its share of the width
 * @param height its share of the height
 * @param mirrored whether left and right are swapped
 */
record View(double left, double top, double width, double height, boolean mirrored) {

  private static final double SMALLEST_AREA = 0.5;
  private static final double LARGEST_STRETCH = 4.0 / 3;

  /** The whole photo as it is. */
  static final View WHOLE = new View(0, 0, 1, 1, false);

  /** The whole photo mirrored. */
  static final View MIRRORED = new View(0, 0, 1, 1, true);

  /**
   * Half to all of the photo's area, stretched by up to 4/3, mirrored every other time.
   *
   * @param random where chance comes from
   */
  static View random(SplittableRandom random) {
    double area = random.nextDouble(SMALLEST_AREA, 1);
    double stretch = Math.pow(LARGEST_STRETCH, random.nextDouble(-1, 1));
    double width = Math.min(1, Math.sqrt(area * stretch));
    double height = Math.min(1, Math.sqrt(area / stretch));
    return new View(
        random.nextDouble() * (1 - width),
        random.nextDouble() * (1 - height),
        width,
        height,
        random.nextBoolean());
  }

  /**
   * What is seen.
   *
   * @param photo the whole
   */
  BufferedImage of(BufferedImage photo) {
    int partWidth = Math.max(1, (int) Math.round(width * photo.getWidth()));
    int partHeight = Math.max(1, (int) Math.round(height * photo.getHeight()));
    int x = Math.min((int) (left * photo.getWidth()), photo.getWidth() - partWidth);
    int y = Math.min((int) (top * photo.getHeight()), photo.getHeight() - partHeight);
    if (!mirrored && partWidth == photo.getWidth() && partHeight == photo.getHeight()) {
      return photo;
    }
    BufferedImage part = new BufferedImage(partWidth, partHeight, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = part.createGraphics();
    if (mirrored) {
      graphics.translate(partWidth, 0);
      graphics.scale(-1, 1);
    }
    graphics.drawImage(photo, -x, -y, null);
    graphics.dispose();
    return part;
  }
}
