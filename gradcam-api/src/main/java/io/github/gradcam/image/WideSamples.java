package io.github.gradcam.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;

/** Rounds 16 bits a channel to 8; the JDK would do so pixel by pixel, in floating point. */
final class WideSamples {

  private WideSamples() {}

  static boolean are(BufferedImage picture) {
    ColorModel model = picture.getColorModel();
    return model instanceof ComponentColorModel
        && model.getTransferType() == DataBuffer.TYPE_USHORT
        && model.getNumColorComponents() == 3
        && model.getColorSpace().isCS_sRGB()
        && !model.isAlphaPremultiplied();
  }

  static void copy(BufferedImage picture, int[] argb) {
    int bands = picture.getRaster().getNumBands();
    int width = picture.getWidth();
    int[] row = new int[bands * width];
    for (int y = 0, i = 0; y < picture.getHeight(); y++) {
      picture.getRaster().getPixels(0, y, width, 1, row);
      for (int at = 0; at < row.length; at += bands) {
        int alpha = bands > 3 ? level(row[at + 3]) : 0;
        argb[i++] =
            alpha << 24 | level(row[at]) << 16 | level(row[at + 1]) << 8 | level(row[at + 2]);
      }
    }
  }

  /** {@code round(sample / 257)}, as libpng has it. */
  private static int level(int sample) {
    return sample * 255 + 32895 >> 16;
  }
}
