package io.github.gradcam.examples.vgg16.evaluation;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.style.HeatMapStyler;

/**
 * The confusion matrix to look at: what is right in blue, what is wrong in orange, each by its own
 * measure, for else a few mistakes among hundreds of photos would be white.
 *
 * @param matrix what is drawn
 */
record ConfusionPicture(ConfusionMatrix matrix) {

  private static final Color WRONG = new Color(0xfdae6b);
  private static final Color RIGHT = new Color(0x9ecae1);
  private static final int WIDTH = 1100;
  private static final int HEIGHT = 900;

  BufferedImage image() {
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .xAxisTitle("what the network said")
            .yAxisTitle("what is on the photo")
            .build();
    int right = most(true);
    int wrong = most(false);
    HeatMapStyler style = chart.getStyler();
    style
        .setShowValue(true)
        .setValueFont(new Font(Font.SANS_SERIF, Font.PLAIN, 19))
        .setRangeColors(colours(wrong, right))
        .setMin(-wrong)
        .setMax(right)
        // Mistakes are negative, for the colour's sake. A pattern of their own takes the sign away
        // only if it is another one: it ends in a space.
        .setHeatMapValueDecimalPattern("0;0 ");
    style.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
    style.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 17));
    style.setXAxisLabelRotation(45);
    style.setPlotContentSize(1);
    style.setChartBackgroundColor(Color.WHITE);
    style.setLegendVisible(false);
    style.setChartTitleVisible(false);
    List<String> upwards = new ArrayList<>(matrix.labels());
    Collections.reverse(upwards);
    chart.addSeries("photos", matrix.labels(), upwards, cells());
    return BitmapEncoder.getBufferedImage(chart);
  }

  /** A colour for each count, from the most mistakes to the most that are right. */
  private static Color[] colours(int wrong, int right) {
    Color[] colours = new Color[wrong + 1 + right];
    for (int count = -wrong; count <= right; count++) {
      colours[wrong + count] =
          count < 0
              ? tinted(WRONG, -count / (double) wrong)
              : tinted(RIGHT, count / (double) right);
    }
    return colours;
  }

  private static Color tinted(Color full, double strength) {
    return new Color(
        tinted(full.getRed(), strength),
        tinted(full.getGreen(), strength),
        tinted(full.getBlue(), strength));
  }

  private static int tinted(int full, double strength) {
    return (int) Math.round(255 + strength * (full - 255));
  }

  /** Column, row from below, and how many photos. */
  private List<Number[]> cells() {
    int classes = matrix.labels().size();
    List<Number[]> cells = new ArrayList<>();
    for (int truth = 0; truth < classes; truth++) {
      for (int said = 0; said < classes; said++) {
        int count = matrix.count(truth, said);
        cells.add(new Number[] {said, classes - 1 - truth, said == truth ? count : -count});
      }
    }
    return cells;
  }

  private int most(boolean right) {
    int most = 1;
    for (int truth = 0; truth < matrix.labels().size(); truth++) {
      for (int said = 0; said < matrix.labels().size(); said++) {
        if ((said == truth) == right) {
          most = Math.max(most, matrix.count(truth, said));
        }
      }
    }
    return most;
  }

  /** The picture for those who do not see it. */
  String text() {
    int right = 0;
    int photos = 0;
    int mostTruth = 0;
    int mostSaid = 0;
    int most = 0;
    for (int truth = 0; truth < matrix.labels().size(); truth++) {
      right += matrix.count(truth, truth);
      photos += matrix.support(truth);
      for (int said = 0; said < matrix.labels().size(); said++) {
        if (said != truth && matrix.count(truth, said) > most) {
          most = matrix.count(truth, said);
          mostTruth = truth;
          mostSaid = said;
        }
      }
    }
    String summary =
        Numbers.count(right) + " of " + Numbers.count(photos) + " photos lie on the diagonal.";
    return most == 0
        ? summary
        : summary
            + " The most frequent mistake: "
            + matrix.labels().get(mostTruth)
            + " taken for "
            + matrix.labels().get(mostSaid)
            + ", "
            + most
            + (most == 1 ? " photo." : " photos.");
  }
}
