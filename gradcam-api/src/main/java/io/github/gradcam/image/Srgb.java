package io.github.gradcam.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Brings a picture of any kind to opaque sRGB, composited on white. */
final class Srgb {

  private Srgb() {}

  static BufferedImage of(BufferedImage picture) {
    BufferedImage plain =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    if (isGrey(picture.getColorModel())) {
      copyGrey(picture, plain);
      return plain;
    }
    Graphics2D graphics = plain.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, plain.getWidth(), plain.getHeight());
    graphics.drawImage(picture, 0, 0, null);
    graphics.dispose();
    return plain;
  }

  private static boolean isGrey(ColorModel model) {
    return !(model instanceof IndexColorModel)
        && model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /**
   * Takes grey samples as they are. The JDK believes grey to be linear light and would brighten it,
   * but the grey of files is meant for the screen.
   */
  private static void copyGrey(BufferedImage picture, BufferedImage plain) {
    Raster samples = picture.getRaster();
    ColorModel model = picture.getColorModel();
    int width = picture.getWidth();
    double white = Math.scalb(1.0, model.getComponentSize(0)) - 1;
    double opaque = model.hasAlpha() ? Math.scalb(1.0, model.getComponentSize(1)) - 1 : 1;
    int[] level = new int[width];
    int[] alpha = new int[width];
    for (int y = 0; y < picture.getHeight(); y++) {
      samples.getSamples(0, y, width, 1, 0, level);
      if (model.hasAlpha()) {
        samples.getSamples(0, y, width, 1, 1, alpha);
      }
      for (int x = 0; x < width; x++) {
        double cover = model.hasAlpha() ? alpha[x] / opaque : 1;
        double grey = model.isAlphaPremultiplied() ? level[x] / white : cover * level[x] / white;
        level[x] = (int) Math.rint(255 * (grey + 1 - cover)) * 0x010101;
      }
      plain.getRaster().setDataElements(0, y, width, 1, level);
    }
  }
}
