package io.github.gradcam.image;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A legend laid out: the bar with its scale, and the meaning beside it, or below it where there is
 * no room.
 */
final class LegendBlock {

  /** In units of the type's size. */
  private static final double BAR = 14;

  private static final double THICKNESS = 0.9;
  private static final double AIR = 0.7;

  /** How far above the bar a line begins whose letters stand as high as the bar. */
  private static final double BESIDE = 0.45;

  /** Levels nearer to an end than this have no room for a number. */
  private static final double CLOSEST = 0.12;

  /** The photo that the colours are shown over. */
  private static final int GREY = 0x808080;

  private final Legend legend;
  private final Captions type;
  private final TextBlock meaning;
  private final int bar;
  private final boolean beside;

  LegendBlock(Legend legend, int room, Captions type) {
    this.legend = legend;
    this.type = type;
    this.bar = (int) Math.round(BAR * type.size());
    int left = room - bar - 2 * em(AIR);
    TextBlock line = TextBlock.of(legend.meaning(), Math.max(1, left), type);
    this.beside = line.lines().size() <= 1 && line.width() <= left;
    this.meaning = beside ? line : TextBlock.of(legend.meaning(), Math.max(room, bar), type);
  }

  int width() {
    return beside ? bar + em(AIR) + meaning.width() : Math.max(bar, meaning.width());
  }

  int height() {
    return scaleEnd() + (beside ? 0 : meaning.height());
  }

  /** Marks in the middle of a stretch. */
  List<Mark> at(double middle, int top) {
    int left = (int) Math.round(middle - (beside ? width() : bar) / 2.0);
    Rectangle place = new Rectangle(left, top + em(AIR), bar, em(THICKNESS));
    int[] colours = Blender.of(legend.overlay()).over(GREY);
    List<Double> levels = legend.overlay().contours().levels();
    List<Mark> marks = new ArrayList<>();
    marks.add(canvas -> canvas.bar(colours, levels, place));
    label(marks, "0", left, place);
    label(marks, "1", left + bar, place);
    for (double level : levels) {
      if (level >= CLOSEST && level <= 1 - CLOSEST) {
        label(marks, number(level), left + level * bar, place);
      }
    }
    marks.addAll(
        beside
            ? meaning.at(Anchor.START, left + bar + em(AIR), place.y - BESIDE * type.size())
            : meaning.at(Anchor.MIDDLE, middle, top + scaleEnd()));
    return marks;
  }

  private void label(List<Mark> marks, String text, double x, Rectangle place) {
    Captions small = type.smaller();
    double baseline = place.y + place.height + small.baseline(0);
    marks.add(canvas -> canvas.text(text, small, Anchor.MIDDLE, x, baseline));
  }

  private static String number(double level) {
    return String.format(Locale.ROOT, "%.2f", level).replaceAll("0+$", "");
  }

  private int scaleEnd() {
    return em(AIR) + em(THICKNESS) + type.smaller().height(1);
  }

  private int em(double times) {
    return (int) Math.round(times * type.size());
  }
}
