package io.github.gradcam.image;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContoursTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.5, 0.75})
  void linesRunThroughThePointsThatScikitImageFinds(double level) {
    Tensor map = Fixtures.floats("contour-map.f32", 24, 20);
    List<List<Point2D>> expected = linesOfScikitImage(level);

    List<List<Point2D>> lines = lines(map, level);

    assertThat(lines).hasSameSizeAs(expected);
    for (List<Point2D> line : lines) {
      assertThat(expected).anySatisfy(other -> assertSamePoints(line, other));
    }
  }

  @Test
  void theLineOfAConeIsACircle() {
    List<List<Point2D>> lines = lines(cone(101), 0.4);

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).hasSizeGreaterThan(100).startsWith(lines.get(0).get(0));
    assertThat(lines.get(0).get(0)).isEqualTo(lines.get(0).get(lines.get(0).size() - 1));
    assertThat(lines.get(0))
        .allSatisfy(
            point -> assertThat(point.distance(50.5, 50.5)).isCloseTo(0.6 * 50.5, within(0.02)));
  }

  @Test
  void aLineEndsAtTheMapsEdgesAndNotAtTheOutermostCentres() {
    Tensor half = Tensor.of(Shape.of(2, 2), 0, 1, 0, 1);

    List<List<Point2D>> lines = lines(half, 0.5);

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).allSatisfy(point -> assertThat(point.getX()).isEqualTo(1));
    assertThat(lines.get(0).stream().mapToDouble(Point2D::getY).min()).hasValue(0);
    assertThat(lines.get(0).stream().mapToDouble(Point2D::getY).max()).hasValue(2);
  }

  @Test
  void inASaddleTheLowMiddleSeparatesTheHighCorners() {
    List<List<Point2D>> low = lines(Tensor.of(Shape.of(2, 2), 1, 0, 0, 1), 0.6);
    List<List<Point2D>> high = lines(Tensor.of(Shape.of(2, 2), 1, 0, 0, 1), 0.4);

    // Each line stays in the half of its own corner.
    assertThat(low).hasSize(2).allSatisfy(line -> assertThat(leansAcross(line)).isTrue());
    assertThat(high).hasSize(2).allSatisfy(line -> assertThat(leansAcross(line)).isFalse());
  }

  @Test
  void aMapThatNowhereReachesTheLevelHasNoLine() {
    assertThat(lines(Tensor.zeros(Shape.of(5, 7)), 0.5)).isEmpty();
    assertThat(lines(Tensor.of(Shape.of(1, 1), 1), 0.5)).isEmpty();
  }

  @Test
  void onAPhotoTheyAreWhiteWithinADarkEdge() {
    for (int ground : new int[] {0x000000, 0xffffff, 0x808080}) {
      BufferedImage drawn = circleOver(ground, 300);

      // The circle of half heat has a radius of 75 pixels.
      assertThat(brightest(drawn, 150 + 73, 150 + 77)).isGreaterThan(180);
      assertThat(brightest(drawn, 150 - 77, 150 - 73)).isGreaterThan(180);
      assertThat(drawn.getRGB(150, 150)).isEqualTo(0xff000000 | ground);
      assertThat(darkest(drawn, 150 + 70, 150 + 80)).isLessThan(140);
    }
  }

  @Test
  void theyAreThickerOnLargerPhotos() {
    assertThat(whites(circleOver(0x808080, 64))).isBetween(1, 4);
    assertThat(whites(circleOver(0x808080, 2000))).isBetween(4, 7);
  }

  @Test
  void theyStayWhereTheInputLay() {
    BufferedImage photo = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    Overlay overlay = lines(0.5);

    BufferedImage drawn =
        overlay.draw(photo, cone(21), new Placement(40, 40, new Region(20, 0, 20, 20))).image();

    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 40; x++) {
        if (x < 20 || y >= 20) {
          assertThat(drawn.getRGB(x, y)).isEqualTo(0xff000000);
        }
      }
    }
    assertThat(drawn.getRGB(30, 5)).isNotEqualTo(0xff000000);
  }

  @Test
  void aLineAtNoHeatIsRefused() {
    assertThatThrownBy(() -> Contours.at(0.5, 0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "A contour line lies at a heat above 0 and below 1, but 0.0 was asked for. Heat is a"
                + " share of the map's maximum.");
  }

  private static Overlay lines(double level) {
    return Overlay.standard().withOpacity(0).withContours(Contours.at(level));
  }

  private static BufferedImage circleOver(int ground, int size) {
    BufferedImage photo = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < size * size; i++) {
      photo.setRGB(i % size, i / size, ground);
    }
    return lines(0.5).draw(photo, cone(201), Placement.whole(size, size)).image();
  }

  /** How many pixels are nearly white from the middle to the right edge. */
  private static int whites(BufferedImage drawn) {
    int count = 0;
    for (int x = drawn.getWidth() / 2; x < drawn.getWidth(); x++) {
      count += (drawn.getRGB(x, drawn.getHeight() / 2) & 0xff) > 180 ? 1 : 0;
    }
    return count;
  }

  private static int brightest(BufferedImage drawn, int from, int to) {
    int brightest = 0;
    for (int x = from; x < to; x++) {
      brightest = Math.max(brightest, drawn.getRGB(x, drawn.getHeight() / 2) & 0xff);
    }
    return brightest;
  }

  private static int darkest(BufferedImage drawn, int from, int to) {
    int darkest = 255;
    for (int x = from; x < to; x++) {
      darkest = Math.min(darkest, drawn.getRGB(x, drawn.getHeight() / 2) & 0xff);
    }
    return darkest;
  }

  /** 1 in the middle, 0 at half the map's width from there. */
  private static Tensor cone(int size) {
    float[] values = new float[size * size];
    for (int i = 0; i < values.length; i++) {
      double distance = Math.hypot(i % size + 0.5 - size / 2.0, i / size + 0.5 - size / 2.0);
      values[i] = (float) Math.max(0, 1 - distance / (size / 2.0));
    }
    return Tensor.of(Shape.of(size, size), values);
  }

  private static boolean leansAcross(List<Point2D> line) {
    return line.stream().allMatch(point -> point.getX() + point.getY() < 2)
        || line.stream().allMatch(point -> point.getX() + point.getY() > 2);
  }

  private static void assertSamePoints(List<Point2D> line, List<Point2D> other) {
    assertThat(line).hasSameSizeAs(other);
    for (Point2D point : line) {
      assertThat(other).anySatisfy(o -> assertThat(point.distance(o)).isLessThan(1e-4));
    }
  }

  private static List<List<Point2D>> lines(Tensor map, double level) {
    List<List<Point2D>> lines = new ArrayList<>();
    ContourLines.trace(
        map,
        level,
        new ContourLines.Pen() {
          @Override
          public void moveTo(double x, double y) {
            lines.add(new ArrayList<>());
            lineTo(x, y);
          }

          @Override
          public void lineTo(double x, double y) {
            lines.get(lines.size() - 1).add(new Point2D.Double(x, y));
          }
        });
    return lines;
  }

  private static List<List<Point2D>> linesOfScikitImage(double level) {
    List<List<Point2D>> lines = new ArrayList<>();
    for (String row : new String(Fixtures.bytes("contours.txt"), US_ASCII).split("\n")) {
      String[] words = row.split(" ");
      if (Double.parseDouble(words[0]) == level) {
        if (lines.size() == Integer.parseInt(words[1])) {
          lines.add(new ArrayList<>());
        }
        lines
            .get(Integer.parseInt(words[1]))
            .add(new Point2D.Double(Double.parseDouble(words[2]), Double.parseDouble(words[3])));
      }
    }
    return lines;
  }
}
