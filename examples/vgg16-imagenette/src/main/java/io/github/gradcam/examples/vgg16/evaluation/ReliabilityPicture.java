package io.github.gradcam.examples.vgg16.evaluation;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The reliability diagram: bars, how often the network was right; points, how sure it was.
 *
 * @param calibration what is drawn
 */
record ReliabilityPicture(Calibration calibration) {

  private static final Color BAR = new Color(0x9ecae1);
  private static final Color POINT = new Color(0xb35806);
  private static final int WIDTH = 1100;
  private static final int HEIGHT = 800;

  BufferedImage image() {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .xAxisTitle("how sure the network was, up to")
            .yAxisTitle("share of the photos")
            .build();
    CategoryStyler style = chart.getStyler();
    style.setOverlapped(true).setAvailableSpaceFill(0.96);
    style.setYAxisMin(0.0);
    style.setYAxisMax(1.0);
    style.setYAxisTickMarkSpacingHint(90);
    style.setYAxisDecimalPattern("0 %");
    style.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
    style.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 17));
    style.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
    style.setLegendPosition(LegendPosition.OutsideS);
    style.setChartBackgroundColor(Color.WHITE);
    style.setChartTitleVisible(false);
    List<String> ends = new ArrayList<>();
    List<@Nullable Double> accuracies = new ArrayList<>();
    List<@Nullable Double> confidences = new ArrayList<>();
    for (Calibration.Bin bin : calibration.bins()) {
      ends.add(Math.round(100 * bin.high()) + " %");
      // XChart leaves out what is null.
      accuracies.add(bin.photos() == 0 ? null : bin.accuracy());
      confidences.add(bin.photos() == 0 ? null : bin.confidence());
    }
    chart.addSeries("how often it was right", ends, accuracies).setFillColor(BAR);
    chart
        .addSeries("how sure it was", ends, confidences)
        .setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Scatter)
        .setMarker(SeriesMarkers.CIRCLE)
        .setMarkerColor(POINT);
    return BitmapEncoder.getBufferedImage(chart);
  }

  /** The picture for those who do not see it. */
  String text() {
    return String.format(
        Locale.ROOT,
        "How sure the network was and how often it was right lie %.3f apart on average; the table"
            + " below has each bar.",
        calibration.error());
  }
}
