package io.github.gradcam.bench.page.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose colour is which, once for all panels, in the middle below them.
 *
 * @param entries what is explained
 * @param width how wide the picture is
 * @param metrics of the letters
 */
record Legend(List<Entry> entries, int width, FontMetrics metrics) {

  static final Font FONT = Plot.font(Font.PLAIN, 13);

  private static final int LINE = 26;
  private static final int MARGIN = 10;
  private static final int SAMPLE = 22;
  private static final int GAP = 7;
  private static final int BETWEEN = 24;

  /** A name and what stands before it. */
  record Entry(String name, Sample sample) {}

  /** Draws something as wide as {@link #SAMPLE} at a place: its left end, its middle. */
  interface Sample {
    void paint(Graphics2D graphics, int left, int middle);
  }

  static Sample bar(Color color) {
    return (graphics, left, middle) -> {
      graphics.setColor(color);
      graphics.fillRect(left + SAMPLE - 12, middle - 6, 12, 12);
    };
  }

  static Sample line(BasicStroke stroke, Color color) {
    return (graphics, left, middle) -> {
      graphics.setColor(color);
      graphics.setStroke(stroke);
      graphics.drawLine(left, middle, left + SAMPLE, middle);
    };
  }

  static Sample line(BasicStroke stroke, Palette palette, int marker) {
    return (graphics, left, middle) -> {
      line(stroke, palette.color()).paint(graphics, left, middle);
      palette.marker().paint(graphics, left + SAMPLE / 2.0, middle, marker);
    };
  }

  int height() {
    return lines().size() * LINE + MARGIN;
  }

  void paint(Graphics2D graphics, int top) {
    graphics.setFont(FONT);
    int middle = top + LINE / 2;
    for (List<Entry> line : lines()) {
      int left = (width - wide(line)) / 2;
      for (Entry entry : line) {
        entry.sample().paint(graphics, left, middle);
        graphics.setColor(Plot.INK);
        graphics.drawString(
            entry.name(), left + SAMPLE + GAP, middle + metrics.getAscent() / 2 - 1);
        left += wide(List.of(entry)) + BETWEEN;
      }
      middle += LINE;
    }
  }

  private List<List<Entry>> lines() {
    List<List<Entry>> lines = new ArrayList<>();
    List<Entry> line = new ArrayList<>();
    for (Entry entry : entries) {
      line.add(entry);
      if (wide(line) > width - 2 * MARGIN && line.size() > 1) {
        line.remove(line.size() - 1);
        lines.add(line);
        line = new ArrayList<>(List.of(entry));
      }
    }
    lines.add(line);
    return lines;
  }

  private int wide(List<Entry> line) {
    return (line.size() - 1) * BETWEEN
        + line.stream().mapToInt(e -> SAMPLE + GAP + metrics.stringWidth(e.name())).sum();
  }
}
