package io.github.gradcam.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;

/** Brings a picture of any kind to opaque sRGB, {@code TYPE_INT_RGB}, composited on white. */
final class Srgb {

  private Srgb() {}

  static BufferedImage of(BufferedImage picture) {
    if (picture.getType() == BufferedImage.TYPE_INT_RGB) {
      return picture;
    }
    BufferedImage plain =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    ColorModel model = picture.getColorModel();
    int space = model.getColorSpace().getType();
    if (space == ColorSpace.TYPE_GRAY && !(model instanceof IndexColorModel)) {
      GreySamples.copy(picture, plain);
    } else if (space == ColorSpace.TYPE_CMYK) {
      CmykSamples.copy(picture, plain);
    } else {
      draw(picture, plain);
    }
    return plain;
  }

  private static void draw(BufferedImage picture, BufferedImage plain) {
    Graphics2D graphics = plain.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, plain.getWidth(), plain.getHeight());
    graphics.drawImage(picture, 0, 0, null);
    graphics.dispose();
  }
}
