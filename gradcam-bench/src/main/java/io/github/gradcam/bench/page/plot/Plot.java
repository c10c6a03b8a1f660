package io.github.gradcam.bench.page.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.CategoryStyler;

/**
 * Panels in rows, and one legend below all of them.
 *
 * @param form how values are drawn
 * @param axes what the axes say
 * @param panels what is drawn
 * @param names what the legend calls who is compared
 */
public record Plot(Form form, Axes axes, List<Panel> panels, UnaryOperator<String> names) {

  /** Pixels a point: pages are read on screens that are finer than a plot's lines. */
  private static final int SCALE = 2;

  private static final int WIDTH = 940;
  private static final int WIDTH_OF_ONE = 560;
  private static final int HEIGHT = 290;
  private static final int MARKER = 9;
  private static final BasicStroke SOLID = new BasicStroke(2);
  private static final BasicStroke DASHED =
      new BasicStroke(
          1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {5, 4}, 0);
  private static final Color GRID = new Color(0xe4e4e4);

  /** Of letters and of the line across. */
  static final Color INK = new Color(0x333333);

  /** The picture. */
  public BufferedImage image() {
    int width = panels.size() == 1 ? WIDTH_OF_ONE : WIDTH;
    int across = panels.size() == 3 ? 3 : Math.min(2, panels.size());
    int down = (panels.size() + across - 1) / across;
    Legend legend = new Legend(entries(), width, metrics());
    int height = down * HEIGHT + legend.height();
    BufferedImage image =
        new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(SCALE, SCALE);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    int wide = width / across;
    for (int i = 0; i < panels.size(); i++) {
      Graphics2D part =
          (Graphics2D) graphics.create(i % across * wide, i / across * HEIGHT, wide, HEIGHT);
      chart(panels.get(i)).paint(part, wide, HEIGHT);
      part.dispose();
    }
    legend.paint(graphics, down * HEIGHT);
    graphics.dispose();
    return image;
  }

  /** How wide letters are does not depend on the picture. */
  private static FontMetrics metrics() {
    Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    FontMetrics metrics = graphics.getFontMetrics(Legend.FONT);
    graphics.dispose();
    return metrics;
  }

  private List<Legend.Entry> entries() {
    List<Legend.Entry> entries = new ArrayList<>();
    panels.stream()
        .flatMap(panel -> panel.series().stream())
        .map(Series::who)
        .distinct()
        .forEach(who -> entries.add(new Legend.Entry(names.apply(who), sample(who))));
    axes.mark()
        .ifPresent(mark -> entries.add(new Legend.Entry(mark.name(), Legend.line(DASHED, INK))));
    return entries;
  }

  private Legend.Sample sample(String who) {
    Palette palette = Palette.of(who);
    return switch (form) {
      case BARS -> Legend.bar(palette.color());
      case LINES -> Legend.line(SOLID, palette, MARKER);
    };
  }

  private CategoryChart chart(Panel panel) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .title(panel.title())
            .xAxisTitle(axes.across())
            .yAxisTitle(axes.upwards())
            .build();
    style(chart.getStyler(), panel);
    axes.mark()
        .ifPresent(mark -> chart.addAnnotation(new AnnotationLine(mark.value(), false, false)));
    for (Series series : panel.series()) {
      draw(chart, panel, series);
    }
    return chart;
  }

  private void draw(CategoryChart chart, Panel panel, Series series) {
    // XChart leaves out what is null.
    List<@Nullable Double> values = new ArrayList<>();
    series.values().forEach(value -> values.add(value.orElse(null)));
    Palette palette = Palette.of(series.who());
    CategorySeries drawn = chart.addSeries(series.who(), panel.categories(), values);
    drawn.setLineColor(palette.color());
    drawn.setFillColor(palette.color());
    drawn.setMarkerColor(palette.color());
    drawn.setMarker(palette.marker());
    drawn.setLineStyle(SOLID);
  }

  private void style(CategoryStyler style, Panel panel) {
    style.setDefaultSeriesRenderStyle(form.style());
    style.setAvailableSpaceFill(0.8);
    // Bars stand beside each other; points of lines stand above what they belong to.
    style.setOverlapped(form == Form.LINES);
    double bottom = Math.min(axes.start(), panel.smallest());
    double top = Math.max(panel.largest(), axes.mark().map(Mark::value).orElse(0.0));
    style.setYAxisMin(bottom);
    style.setYAxisMax(top + 0.1 * (top - bottom));
    style.setYAxisTickMarkSpacingHint(40);
    style.setPlotGridVerticalLinesVisible(false);
    style.setPlotGridLinesColor(GRID);
    style.setPlotGridLinesStroke(new BasicStroke(1));
    style.setAxisTickLabelsFont(font(Font.PLAIN, 12));
    style.setAxisTitleFont(font(Font.PLAIN, 12));
    style.setChartTitleFont(font(Font.BOLD, 14));
    style.setMarkerSize(MARKER);
    style.setChartTitleBoxVisible(false);
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotBackgroundColor(Color.WHITE);
    style.setPlotBorderVisible(false);
    style.setChartFontColor(INK);
    style.setLegendVisible(false);
    style.setAnnotationLineColor(INK);
    style.setAnnotationLineStroke(DASHED);
  }

  static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }
}
