package io.github.gradcam.image;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws lines of equal heat: white within a dark edge. */
final class ContourPainter {

  /** A map below this is refined first, or its curves would be polygons. */
  private static final int FINE = 160;

  /** A line's part of the picture's size, and its least width in pixels. */
  private static final double PART = 1 / 420.0;

  private static final double THINNEST = 1.5;
  private static final Color EDGE = new Color(0, 0, 0, 180);

  private ContourPainter() {}

  /**
   * Draws over a picture that lies on a sheet.
   *
   * @param place where the picture lies
   * @param region what the map covers, in the picture's own pixels
   */
  static void paint(Sheet sheet, Rectangle place, Contours contours, Tensor heat, Region region) {
    if (contours.levels().isEmpty()) {
      return;
    }
    Tensor map = refined(heat);
    Path2D lines = new Path2D.Double();
    for (double level : contours.levels()) {
      ContourLines.trace(map, level, new Scale(lines, place, region, map.shape()));
    }
    float width = width(place.width, place.height);
    Graphics2D graphics = sheet.toImage().createGraphics();
    graphics.clip(place);
    graphics.clip(
        new Rectangle2D.Double(
            place.x + region.x(), place.y + region.y(), region.width(), region.height()));
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(EDGE);
    graphics.setStroke(stroke(width + 2 * Math.max(1, width / 2)));
    graphics.draw(lines);
    graphics.setColor(Color.WHITE);
    graphics.setStroke(stroke(width));
    graphics.draw(lines);
    graphics.dispose();
  }

  /** How thick a line is in a picture of some size. */
  static float width(int width, int height) {
    return (float) Math.max(THINNEST, Math.sqrt((double) width * height) * PART);
  }

  private static BasicStroke stroke(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  private static Tensor refined(Tensor heat) {
    int height = heat.shape().length(0);
    int width = heat.shape().length(1);
    int times = (FINE + Math.min(width, height) - 1) / Math.min(width, height);
    return times == 1 ? heat : Resampling.linear(heat, Shape.of(height * times, width * times));
  }

  /** From the map's coordinates to the sheet's. */
  private record Scale(Path2D path, Rectangle place, Region region, Shape map)
      implements ContourLines.Pen {

    @Override
    public void moveTo(double x, double y) {
      path.moveTo(across(x), down(y));
    }

    @Override
    public void lineTo(double x, double y) {
      path.lineTo(across(x), down(y));
    }

    private double across(double x) {
      return place.x + region.x() + x * region.width() / map.length(1);
    }

    private double down(double y) {
      return place.y + region.y() + y * region.height() / map.length(0);
    }
  }
}
