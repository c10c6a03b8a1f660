package io.github.gradcam.examples.vgg16.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PicturesTest {

  private static final List<String> LABELS = List.of("a", "b", "c");

  @Test
  void whatIsRightIsBlueAndWhatIsWrongOrange() {
    BufferedImage wrong = confusion(Said.generated()).image();
    BufferedImage right = confusion(right()).image();

    // Each at its strongest, the most frequent one.
    assertThat(pixels(wrong, new Color(0x9ecae1))).isGreaterThan(10_000);
    assertThat(pixels(wrong, new Color(0xfdae6b))).isGreaterThan(10_000);
    assertThat(pixels(right, new Color(0x9ecae1))).isGreaterThan(10_000);
    assertThat(pixels(right, new Color(0xfdae6b))).isZero();
  }

  @Test
  void theFirstClassIsTopLeft() {
    // Only class a is there, and is right.
    BufferedImage image =
        confusion(new Predictions("x", List.of(Said.answer("p", 0, 2, 1, 0)))).image();

    int[] blue = centre(image, new Color(0x9ecae1));

    assertThat(blue[0]).isLessThan(image.getWidth() / 2);
    assertThat(blue[1]).isLessThan(image.getHeight() / 2);
  }

  @Test
  void theMatrixIsToldInWords() {
    assertThat(confusion(Said.generated()).text())
        .isEqualTo(
            "129 of 200 photos lie on the diagonal. The most frequent mistake: c taken for a, 14"
                + " photos.");
    assertThat(confusion(right()).text()).isEqualTo("2 of 2 photos lie on the diagonal.");
  }

  @Test
  void aBarStandsWhereTheNetworkIsSure() {
    // All photos are in the last bin of fifteen, and half of them are right.
    BufferedImage image =
        new ReliabilityPicture(
                Calibration.of(
                    new Predictions(
                        "x", List.of(Said.answer("a", 0, 99, 0), Said.answer("b", 1, 99, 0)))))
            .image();

    int[] bar = centre(image, new Color(0x9ecae1));

    // The legend, top left, has a little of the colour too.
    assertThat(bar[0]).isGreaterThan(image.getWidth() * 8 / 10);
    assertThat(bar[1]).isGreaterThan(image.getHeight() / 2);
  }

  private static ConfusionPicture confusion(Predictions predictions) {
    return new ConfusionPicture(ConfusionMatrix.of(predictions, LABELS));
  }

  private static Predictions right() {
    return new Predictions(
        "x", List.of(Said.answer("a", 0, 2, 1, 0), Said.answer("b", 1, 1, 2, 0)));
  }

  private static long pixels(BufferedImage image, Color colour) {
    return all(image).filter(p -> rgb(image, p) == colour.getRGB()).count();
  }

  /** The median column and row of a colour's pixels. */
  private static int[] centre(BufferedImage image, Color colour) {
    int[] found = all(image).filter(p -> rgb(image, p) == colour.getRGB()).toArray();
    int[] columns = IntStream.of(found).map(p -> p % image.getWidth()).sorted().toArray();
    int[] rows = IntStream.of(found).map(p -> p / image.getWidth()).sorted().toArray();
    return new int[] {columns[columns.length / 2], rows[rows.length / 2]};
  }

  private static IntStream all(BufferedImage image) {
    return IntStream.range(0, image.getWidth() * image.getHeight());
  }

  private static int rgb(BufferedImage image, int pixel) {
    return image.getRGB(pixel % image.getWidth(), pixel / image.getWidth());
  }
}
