package io.github.gradcam.image;

import java.awt.Rectangle;

/** What a panel shows, at whatever size it is wanted; drawn no earlier than that. */
interface Motif {

  /** Its own width in pixels. */
  int width();

  /** Its own height in pixels. */
  int height();

  /** Draws it into a place of a sheet, scaled to fill it. */
  void paint(Sheet sheet, Rectangle place);

  /** Draws it alone. */
  default Sheet alone(int width, int height) {
    Sheet sheet = Sheet.of(width, height);
    paint(sheet, new Rectangle(width, height));
    return sheet;
  }
}
