package io.github.gradcam.bench.page.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A plot")
class PlotTest {

  private static final int BLUE = 0x0072b2;
  private static final int ORANGE = 0xe69f00;
  private static final int LEGEND = 72;
  private static final int WHITE = 0xffffff;

  private static Plot plot(Form form, Axes axes, Series... series) {
    Panel panel = new Panel("ResNet50", List.of("1", "8"), List.of(series));
    return new Plot(form, axes, List.of(panel), who -> who);
  }

  private static Series series(String who, double one, double other) {
    return new Series(who, List.of(Optional.of(one), Optional.of(other)));
  }

  private static Set<Integer> colours(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        colours.add(image.getRGB(x, y) & WHITE);
      }
    }
    return colours;
  }

  /** How many pixels of a colour a column has above the legend, at most. */
  private static int tallest(BufferedImage image, int colour) {
    int tallest = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      int here = 0;
      for (int y = 0; y < image.getHeight() - LEGEND; y++) {
        here += (image.getRGB(x, y) & WHITE) == colour ? 1 : 0;
      }
      tallest = Math.max(tallest, here);
    }
    return tallest;
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  @DisplayName("gives a backend the same colour, whatever else is compared and however")
  void colours(Form form) {
    Axes axes = new Axes("batch", "ratio", 0, Optional.empty());

    BufferedImage alone = plot(form, axes, series("djl", 1, 2)).image();
    BufferedImage both = plot(form, axes, series("tf", 2, 1), series("gradcam-djl", 1, 2)).image();

    assertThat(colours(alone)).contains(BLUE, WHITE).doesNotContain(ORANGE);
    assertThat(colours(both)).contains(BLUE, ORANGE);
  }

  @Test
  @DisplayName("has bars whose height is their value's, from nothing on")
  void heights() {
    Axes axes = new Axes("batch", "ratio", 0, Optional.empty());

    BufferedImage image = plot(Form.BARS, axes, series("tf", 1, 1), series("djl", 4, 4)).image();

    // Outlines blend a pixel or two.
    double ratio = (double) tallest(image, BLUE) / tallest(image, ORANGE);
    assertThat(ratio).isBetween(3.9, 4.1);
  }

  @Test
  @DisplayName("leaves out what was not measured")
  void missing() {
    Axes axes = new Axes("batch", "ratio", 0, Optional.empty());
    Series half = new Series("djl", List.of(Optional.empty(), Optional.of(4.0)));
    Series whole = series("djl", 4, 4);

    long some = pixels(plot(Form.BARS, axes, half).image(), BLUE);
    long all = pixels(plot(Form.BARS, axes, whole).image(), BLUE);

    assertThat((double) all / some).isBetween(1.9, 2.1);
  }

  private static long pixels(BufferedImage image, int colour) {
    long pixels = 0;
    for (int y = 0; y < image.getHeight() - LEGEND; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        pixels += (image.getRGB(x, y) & WHITE) == colour ? 1 : 0;
      }
    }
    return pixels;
  }

  @Test
  @DisplayName("is wide enough for its mark even where no value comes near it")
  void mark() {
    Axes bare = new Axes("batch", "ratio", 0, Optional.empty());
    Axes marked = new Axes("batch", "ratio", 0, Optional.of(new Mark(4, "goal")));

    int without = tallest(plot(Form.BARS, bare, series("djl", 1, 1)).image(), BLUE);
    int with = tallest(plot(Form.BARS, marked, series("djl", 1, 1)).image(), BLUE);

    assertThat((double) without / with).isBetween(3.8, 4.2);
  }

  @Test
  @DisplayName("has a legend that goes on below where it is too long for a line")
  void legend() {
    Axes axes = new Axes("batch", "ratio", 0, Optional.empty());
    Series[] many =
        List.of("djl", "tf", "dl4j", "pytorch-grad-cam", "torch-cam", "captum", "tf-keras-vis")
            .stream()
            .map(who -> series(who, 1, 1))
            .toArray(Series[]::new);

    BufferedImage few = plot(Form.BARS, axes, many[0]).image();
    BufferedImage all = plot(Form.BARS, axes, many).image();

    assertThat(all.getHeight()).isGreaterThan(few.getHeight());
    assertThat(all.getWidth()).isEqualTo(few.getWidth());
  }
}
