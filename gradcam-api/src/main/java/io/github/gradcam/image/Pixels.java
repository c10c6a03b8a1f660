package io.github.gradcam.image;

import java.awt.image.BufferedImage;

/** A photo as packed 0xRRGGBB, row-major; the highest byte is undefined. */
record Pixels(int width, int height, int[] rgb) {

  static Pixels of(BufferedImage photo) {
    BufferedImage plain = photo.getType() == BufferedImage.TYPE_INT_RGB ? photo : Srgb.of(photo);
    int[] rgb = new int[plain.getWidth() * plain.getHeight()];
    plain.getRaster().getDataElements(0, 0, plain.getWidth(), plain.getHeight(), rgb);
    return new Pixels(plain.getWidth(), plain.getHeight(), rgb);
  }

  /** A picture over these very pixels. */
  BufferedImage toImage() {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.getRaster().setDataElements(0, 0, width, height, rgb);
    return image;
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
