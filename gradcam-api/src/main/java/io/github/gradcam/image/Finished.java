package io.github.gradcam.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** A picture that is there already. */
record Finished(BufferedImage picture) implements Motif {

  @Override
  public int width() {
    return picture.getWidth();
  }

  @Override
  public int height() {
    return picture.getHeight();
  }

  @Override
  public void paint(Sheet sheet, Rectangle place) {
    sheet.place(Scaled.to(picture, place.width, place.height), place.x, place.y);
  }
}
