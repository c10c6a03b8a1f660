package io.github.gradcam.image;

import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** A figure as SVG: pictures embedded as PNG, text that stays text. */
final class SvgCanvas implements Canvas {

  private static final int STOPS = 33;

  private final StringBuilder svg = new StringBuilder();
  private int bars;

  private SvgCanvas() {}

  static String draw(Plan plan, Theme theme) {
    SvgCanvas canvas = new SvgCanvas();
    canvas.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\""
            + " viewBox=\"0 0 %1$d %2$d\" font-family=\"sans-serif\" fill=\"%3$s\">%n",
        plan.width(), plan.height(), hex(theme.ink()));
    canvas.add("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>%n", hex(theme.ground()));
    plan.marks().forEach(mark -> mark.put(canvas));
    return canvas.svg.append("</svg>\n").toString();
  }

  @Override
  public void picture(Motif motif, Rectangle place) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      Png.encode(motif.alone(place.width, place.height).toImage(), png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    add("<image %s href=\"data:image/png;base64,", box(place));
    svg.append(Base64.getEncoder().encodeToString(png.toByteArray())).append("\"/>\n");
  }

  @Override
  public void text(String line, Captions type, Anchor anchor, double x, double baseline) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\"%s%s>%s</text>%n",
        x,
        baseline,
        type.size(),
        type.font().isBold() ? " font-weight=\"bold\"" : "",
        anchor == Anchor.MIDDLE ? " text-anchor=\"middle\"" : "",
        escaped(line));
  }

  @Override
  public void bar(int[] colours, List<Double> marks, Rectangle place) {
    String name = "heat" + bars++;
    add("<linearGradient id=\"%s\">%n", name);
    for (int i = 0; i < STOPS; i++) {
      double share = i / (STOPS - 1.0);
      int colour = colours[(int) Math.round(share * (colours.length - 1))];
      add("<stop offset=\"%.4f\" stop-color=\"%s\"/>%n", share, hex(colour));
    }
    add("</linearGradient>%n<rect %s fill=\"url(#%s)\"/>%n", box(place), name);
    double line = Math.max(1, place.height / 12.0);
    for (double mark : marks) {
      double middle = place.x + mark * place.width;
      stroke(middle, place, 4 * line, 0x404040);
      stroke(middle, place, 2 * line, 0xffffff);
    }
  }

  private void stroke(double x, Rectangle place, double width, int colour) {
    add(
        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
        x - width / 2, place.y, width, place.height, hex(colour));
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
  }

  private static String box(Rectangle place) {
    return String.format(
        Locale.ROOT,
        "x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"",
        place.x,
        place.y,
        place.width,
        place.height);
  }

  private static String hex(int rgb) {
    return String.format("#%06x", rgb);
  }

  /** What XML may not hold at all, such as control characters, becomes a replacement character. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(allowed(point) ? point : 0xfffd);
              }
            });
    return escaped.toString();
  }

  private static boolean allowed(int point) {
    return point == '\t'
        || point >= 0x20 && point < 0xd800
        || point >= 0xe000 && point < 0xfffe
        || point >= 0x10000;
  }
}
