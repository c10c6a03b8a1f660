package io.github.gradcam.image;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A panel ready to be painted.
 *
 * @param picture at the size it is drawn
 * @param lines of its caption
 * @param captions the type they are set in
 */
record PanelPainter(BufferedImage picture, List<String> lines, Captions captions) {

  /** Captions may be wider than a narrow picture: two thirds of its height. */
  static PanelPainter of(Panel panel, int height, Captions captions) {
    BufferedImage picture = Scaled.toHeight(panel.picture(), height);
    int width = Math.max(picture.getWidth(), height * 2 / 3);
    return new PanelPainter(picture, captions.lines(panel.caption(), width), captions);
  }

  Dimension size() {
    double width = picture.getWidth();
    for (String line : lines) {
      width = Math.max(width, captions.width(line));
    }
    return new Dimension(
        (int) Math.ceil(width), picture.getHeight() + captions.height(lines.size()));
  }

  /** Paints into the middle of a cell, from its top. */
  void paint(Graphics2D graphics, Rectangle cell) {
    graphics.drawImage(picture, cell.x + (cell.width - picture.getWidth()) / 2, cell.y, null);
    for (int i = 0; i < lines.size(); i++) {
      double left = cell.x + (cell.width - captions.width(lines.get(i))) / 2;
      captions.paint(graphics, lines.get(i), left, cell.y + picture.getHeight(), i);
    }
  }
}
