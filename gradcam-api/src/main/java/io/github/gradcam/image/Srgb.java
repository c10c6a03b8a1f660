package io.github.gradcam.image;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;

/** Brings a picture of any kind to opaque sRGB, {@code TYPE_INT_RGB}, composited on white. */
final class Srgb {

  private Srgb() {}

  static BufferedImage of(BufferedImage picture) {
    return of(picture, ColourProfile.SRGB);
  }

  /** The same for a picture whose colours are still those of its file's profile. */
  static BufferedImage of(BufferedImage picture, ColourProfile profile) {
    ColorModel model = picture.getColorModel();
    if (picture.getType() == BufferedImage.TYPE_INT_RGB && profile == ColourProfile.SRGB) {
      return picture;
    }
    BufferedImage plain =
        new BufferedImage(
            picture.getWidth(),
            picture.getHeight(),
            model.hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    int[] argb = ((DataBufferInt) plain.getRaster().getDataBuffer()).getData();
    ColorSpace space = model.getColorSpace();
    if (space.getType() == ColorSpace.TYPE_GRAY && !(model instanceof IndexColorModel)) {
      GreySamples.copy(picture, argb);
    } else if (space.getType() == ColorSpace.TYPE_CMYK && !(space instanceof ICC_ColorSpace)) {
      CmykSamples.copy(picture, argb);
    } else if (WideSamples.are(picture)) {
      WideSamples.copy(picture, argb);
    } else {
      draw(picture, plain);
    }
    profile.toSrgb(argb);
    return model.hasAlpha() ? onWhite(plain) : plain;
  }

  private static void draw(BufferedImage picture, BufferedImage plain) {
    Graphics2D graphics = plain.createGraphics();
    graphics.setComposite(AlphaComposite.Src);
    graphics.drawImage(picture, 0, 0, null);
    graphics.dispose();
  }

  private static BufferedImage onWhite(BufferedImage clear) {
    BufferedImage opaque =
        new BufferedImage(clear.getWidth(), clear.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = opaque.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, opaque.getWidth(), opaque.getHeight());
    graphics.drawImage(clear, 0, 0, null);
    graphics.dispose();
    return opaque;
  }
}
