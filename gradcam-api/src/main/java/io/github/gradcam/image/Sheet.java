package io.github.gradcam.image;

import io.github.gradcam.error.InvalidInputException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/** An opaque picture in the making: packed {@code 0xRRGGBB}, row-major, to be written directly. */
record Sheet(int width, int height, int[] rgb) {

  private static final int[] MASKS = {0xff0000, 0xff00, 0xff};

  static Sheet of(int width, int height) {
    if ((long) width * height > Integer.MAX_VALUE - 8) {
      throw new InvalidInputException(
          "A picture of "
              + width
              + " x "
              + height
              + " pixels is too large to be drawn. Lower the height of the panels, or draw fewer.");
    }
    return new Sheet(width, height, new int[width * height]);
  }

  void fill(int colour) {
    Arrays.fill(rgb, colour);
  }

  /** Copies a picture, composited on white and as sRGB, so that its upper left corner lies here. */
  void place(BufferedImage picture, int x, int y) {
    BufferedImage plain = Srgb.of(picture);
    int[] row = new int[plain.getWidth()];
    for (int line = 0; line < plain.getHeight(); line++) {
      plain.getRaster().getDataElements(0, line, row.length, 1, row);
      System.arraycopy(row, 0, rgb, (y + line) * width + x, row.length);
    }
  }

  /** A picture of {@code TYPE_INT_RGB} over these very pixels. */
  BufferedImage toImage() {
    return new BufferedImage(
        new DirectColorModel(24, MASKS[0], MASKS[1], MASKS[2]),
        Raster.createPackedRaster(
            new DataBufferInt(rgb, rgb.length), width, height, width, MASKS, null),
        false,
        null);
  }
}
