package io.github.gradcam.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * Ink to light as Pillow does it: what black and the colour leave. The JDK takes the result for
 * linear light and washes it out.
 */
final class CmykSamples {

  private static final int BANDS = 4;

  private CmykSamples() {}

  /** Inks from 0 to 255 that a decoder has named as such. */
  static void copy(BufferedImage picture, int[] rgb) {
    int width = picture.getWidth();
    int[] inks = new int[BANDS * width];
    for (int y = 0, i = 0; y < picture.getHeight(); y++) {
      picture.getRaster().getPixels(0, y, width, 1, inks);
      for (int x = 0; x < inks.length; x += BANDS) {
        rgb[i++] = light(inks[x], inks[x + 1], inks[x + 2], inks[x + 3]);
      }
    }
  }

  /** A JPEG's four channels, which hold what each ink leaves of the light. */
  static BufferedImage toSrgb(Raster raster, Inks meant, byte[] profile) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] inks = (byte[]) raster.getDataElements(0, 0, width, height, null);
    for (int at = 0; at < inks.length; at += BANDS) {
      if (meant == Inks.YCCK) {
        YcckSamples.toCmy(inks, at);
      } else {
        inks[at] = (byte) ~inks[at];
        inks[at + 1] = (byte) ~inks[at + 1];
        inks[at + 2] = (byte) ~inks[at + 2];
      }
      inks[at + 3] = (byte) ~inks[at + 3];
    }
    int[] rgb = new int[width * height];
    IccProfile.of(profile)
        .filter(icc -> icc.space().equals("CMYK"))
        .flatMap(TableProfile::of)
        .ifPresentOrElse(table -> table.toSrgb(inks, rgb), () -> copy(inks, rgb));
    return new Pixels(width, height, rgb).toImage();
  }

  private static void copy(byte[] inks, int[] rgb) {
    for (int i = 0, at = 0; i < rgb.length; i++, at += BANDS) {
      rgb[i] =
          light(inks[at] & 0xff, inks[at + 1] & 0xff, inks[at + 2] & 0xff, inks[at + 3] & 0xff);
    }
  }

  private static int light(int cyan, int magenta, int yellow, int black) {
    int light = 255 - black;
    return left(cyan, light) << 16 | left(magenta, light) << 8 | left(yellow, light);
  }

  /** {@code light − round(ink · light / 255)}. */
  private static int left(int ink, int light) {
    int product = ink * light + 128;
    return light - ((product >> 8) + product >> 8);
  }
}
