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

  static void copy(BufferedImage picture, int[] argb) {
    Raster samples = picture.getRaster();
    ColorModel model = picture.getColorModel();
    int width = picture.getWidth();
    int white = (1 << model.getComponentSize(0)) - 1;
    int opaque = model.hasAlpha() ? (1 << model.getComponentSize(1)) - 1 : 1;
    int[] level = new int[width];
    int[] alpha = new int[width];
    for (int y = 0, i = 0; y < picture.getHeight(); y++) {
      samples.getSamples(0, y, width, 1, 0, level);
      if (model.hasAlpha()) {
        samples.getSamples(0, y, width, 1, 1, alpha);
      }
      for (int x = 0; x < width; x++) {
        int grey = level[x];
        if (model.isAlphaPremultiplied() && alpha[x] != 0) {
          grey = (int) Math.min(white, Math.rint((double) grey * opaque / alpha[x]));
        }
        argb[i++] = rounded(alpha[x], opaque) << 24 | rounded(grey, white) * 0x010101;
      }
    }
  }

  /** A sample as a level from 0 to 255. */
  private static int rounded(int sample, int most) {
    return most == 255 ? sample : (int) ((sample * 255L + most / 2) / most);
  }
}
