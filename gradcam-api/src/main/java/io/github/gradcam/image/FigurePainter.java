package io.github.gradcam.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Paints a figure: each picture in its cell, its caption below it, never upon it. */
final class FigurePainter {

  private static final int NARROWEST_GAP = 8;

  private FigurePainter() {}

  static BufferedImage paint(Figure figure) {
    int height = figure.panelHeight();
    Captions captions = Captions.forPanels(height);
    List<PanelPainter> panels =
        figure.panels().stream().map(panel -> PanelPainter.of(panel, height, captions)).toList();
    FigureLayout layout =
        FigureLayout.of(
            panels.stream().map(PanelPainter::size).toList(),
            figure.columns(),
            Math.max(NARROWEST_GAP, height / 24));
    BufferedImage image =
        new BufferedImage(layout.width(), layout.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setBackground(Color.WHITE);
    graphics.clearRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(Color.BLACK);
    for (int i = 0; i < panels.size(); i++) {
      panels.get(i).paint(graphics, layout.cells().get(i));
    }
    graphics.dispose();
    return image;
  }
}
