package io.github.gradcam.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** A photo as packed 0xRRGGBB, row-major; the highest byte is undefined. */
record Pixels(int width, int height, int[] rgb) {

  /** What {@code TYPE_INT_RGB} is made of. */
  private static final DirectColorModel MODEL = new DirectColorModel(24, 0xff0000, 0xff00, 0xff);

  /** A photo's pixels only to be read: where they lie as they are needed, they are not copied. */
  static Pixels toRead(BufferedImage photo) {
    BufferedImage plain = Srgb.of(photo);
    int width = plain.getWidth();
    int height = plain.getHeight();
    return plain.getRaster().getDataBuffer() instanceof DataBufferInt data
            && data.getNumBanks() == 1
            && data.getSize() == width * height
            && data.getOffset() == 0
        ? new Pixels(width, height, data.getData())
        : of(plain);
  }

  /** A copy of a photo's pixels. */
  static Pixels of(BufferedImage photo) {
    BufferedImage plain = Srgb.of(photo);
    int[] rgb = new int[plain.getWidth() * plain.getHeight()];
    plain.getRaster().getDataElements(0, 0, plain.getWidth(), plain.getHeight(), rgb);
    return new Pixels(plain.getWidth(), plain.getHeight(), rgb);
  }

  /** A picture over these very pixels. */
  BufferedImage toImage() {
    WritableRaster raster =
        Raster.createPackedRaster(
            new DataBufferInt(rgb, rgb.length), width, height, width, MODEL.getMasks(), null);
    return new BufferedImage(MODEL, raster, false, null);
  }

  /** The same photo with Pillow's luma in all three channels. */
  Pixels grey() {
    int[] grey = new int[rgb.length];
    for (int i = 0; i < grey.length; i++) {
      int p = rgb[i];
      int luma =
          (19595 * (p >> 16 & 0xff) + 38470 * (p >> 8 & 0xff) + 7471 * (p & 0xff) + 0x8000) >> 16;
      grey[i] = luma * 0x010101;
    }
    return new Pixels(width, height, grey);
  }
}
