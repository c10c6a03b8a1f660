package io.github.gradcam.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;

/**
 * Takes grey samples as they are. The JDK believes grey to be linear light and would brighten it,
 * but the grey of files is meant for the screen.
 */
final class GreySamples {

  private GreySamples() {}

  static void copy(BufferedImage picture, BufferedImage plain) {
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
        double grey = level[x] / white * (model.isAlphaPremultiplied() ? 1 : cover);
        level[x] = (int) Math.rint(255 * (grey + 1 - cover)) * 0x010101;
      }
      plain.getRaster().setDataElements(0, y, width, 1, level);
    }
  }
}
