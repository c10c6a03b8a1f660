package io.github.gradcam.image;

import java.awt.image.BufferedImage;

/**
 * Ink to light as Pillow does it: what black and the colour leave. The JDK takes the result for
 * linear light and washes it out.
 */
final class CmykSamples {

  private static final int BANDS = 4;

  private CmykSamples() {}

  static void copy(BufferedImage picture, BufferedImage plain) {
    int width = picture.getWidth();
    int[] inks = new int[BANDS * width];
    int[] rgb = new int[width];
    for (int y = 0; y < picture.getHeight(); y++) {
      picture.getRaster().getPixels(0, y, width, 1, inks);
      for (int x = 0; x < width; x++) {
        int light = 255 - inks[BANDS * x + 3];
        rgb[x] =
            left(inks[BANDS * x], light) << 16
                | left(inks[BANDS * x + 1], light) << 8
                | left(inks[BANDS * x + 2], light);
      }
      plain.getRaster().setDataElements(0, y, width, 1, rgb);
    }
  }

  private static int left(int ink, int light) {
    return light - Math.round(ink * light / 255f);
  }
}
