package io.github.gradcam.image;

import java.awt.image.BufferedImage;

/** A picture at another size, smooth whether it grows or shrinks. */
final class Scaled {

  private Scaled() {}

  /** The picture itself where it has that size already. */
  static BufferedImage to(BufferedImage picture, int width, int height) {
    if (picture.getWidth() == width && picture.getHeight() == height) {
      return picture;
    }
    Layout layout =
        Layouts.of(new Resize.Squash(width, height), picture.getWidth(), picture.getHeight());
    int size = width * height;
    float[] planes = new float[3 * size];
    new Antialiased(Filter.BILINEAR).resample(Pixels.of(picture), layout, ChannelOrder.RGB, planes);
    int[] rgb = new int[size];
    for (int i = 0; i < size; i++) {
      rgb[i] = (int) planes[i] << 16 | (int) planes[size + i] << 8 | (int) planes[2 * size + i];
    }
    return new Sheet(width, height, rgb).toImage();
  }
}
