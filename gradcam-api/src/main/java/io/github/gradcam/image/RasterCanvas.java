package io.github.gradcam.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/** A figure as pixels. Pictures are drawn straight into them. */
final class RasterCanvas implements Canvas {

  private final Sheet sheet;
  private final BufferedImage image;
  private final Theme theme;

  private RasterCanvas(Sheet sheet, Theme theme) {
    this.sheet = sheet;
    this.image = sheet.toImage();
    this.theme = theme;
  }

  static BufferedImage draw(Plan plan, Theme theme) {
    Sheet sheet = Sheet.of(plan.width(), plan.height());
    sheet.fill(theme.ground());
    RasterCanvas canvas = new RasterCanvas(sheet, theme);
    plan.marks().forEach(mark -> mark.put(canvas));
    return canvas.image;
  }

  @Override
  public void picture(Motif motif, Rectangle place) {
    motif.paint(sheet, place);
  }

  @Override
  public void text(String line, Captions type, Anchor anchor, double x, double baseline) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setColor(new Color(theme.ink()));
    graphics.setFont(type.font());
    double left = x - anchor.share() * type.width(line);
    graphics.drawString(line, (float) left, (float) baseline);
    graphics.dispose();
  }

  @Override
  public void bar(int[] colours, List<Double> marks, Rectangle place) {
    for (int y = place.y; y < place.y + place.height; y++) {
      for (int x = 0; x < place.width; x++) {
        int index = (int) ((x + 0.5) * colours.length / place.width);
        sheet.rgb()[y * sheet.width() + place.x + x] = colours[index];
      }
    }
    int line = Math.max(1, place.height / 12);
    for (double mark : marks) {
      int middle = place.x + (int) Math.round(mark * place.width);
      fill(middle - 2 * line, place, 4 * line, 0x404040);
      fill(middle - line, place, 2 * line, 0xffffff);
    }
  }

  private void fill(int from, Rectangle place, int width, int colour) {
    for (int y = place.y; y < place.y + place.height; y++) {
      int at = y * sheet.width() + from;
      Arrays.fill(sheet.rgb(), at, at + width, colour);
    }
  }
}
