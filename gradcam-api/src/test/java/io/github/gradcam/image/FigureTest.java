package io.github.gradcam.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidInputException;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

  private static final int RED = 0xffff0000;
  private static final int WHITE = 0xffffffff;

  @Test
  void picturesAreEquallyHighAndCaptionsNeverCoverThem() {
    List<Panel> panels = List.of(red(100, 50, "one"), red(300, 400, "a longer caption"));

    BufferedImage figure = Figure.of(panels).withPanelHeight(120).draw().image();

    // 120 x 2 wide and 120 x 3/4 wide, 8 apart; everything else is white or text.
    assertThat(count(figure, RED)).isEqualTo(120 * 240 + 120 * 90);
    assertThat(figure.getRGB(8, 8)).isEqualTo(RED);
    assertThat(figure.getRGB(7, 8)).isEqualTo(WHITE);
    assertThat(figure.getRGB(8, 127)).isEqualTo(RED);
    assertThat(figure.getRGB(8, 128)).isEqualTo(WHITE);
  }

  @Test
  void captionsAreDrawnBelow() {
    BufferedImage bare = Figure.of(List.of(red(50, 50, ""))).draw().image();
    BufferedImage captioned = Figure.of(List.of(red(50, 50, "church"))).draw().image();

    assertThat(captioned.getWidth()).isEqualTo(bare.getWidth());
    assertThat(captioned.getHeight()).isGreaterThan(bare.getHeight());
    assertThat(dark(bare, 0)).isZero();
    assertThat(dark(captioned, 0)).isPositive();
    assertThat(dark(captioned, bare.getHeight() - 8)).isEqualTo(dark(captioned, 0));
  }

  @Test
  void aLongCaptionIsBrokenAndThenShortenedToThePicturesWidth() {
    Figure words = Figure.of(List.of(red(50, 50, "many words ".repeat(40))));
    Figure word = Figure.of(List.of(red(50, 50, "x".repeat(400))));
    Figure bare = Figure.of(List.of(red(50, 50, "")));

    assertThat(words.draw().width()).isEqualTo(bare.draw().width());
    assertThat(word.draw().width()).isEqualTo(bare.draw().width());
    assertThat(words.draw().height()).isGreaterThan(word.draw().height());
  }

  @Test
  void aLineBreakInACaptionIsKept() {
    Figure one = Figure.of(List.of(red(50, 50, "a b")));
    Figure two = Figure.of(List.of(red(50, 50, "a\nb")));

    assertThat(two.draw().height()).isGreaterThan(one.draw().height());
  }

  @Test
  void fourStandInARowAndNineInASquare() {
    Panel panel = red(50, 50, "");

    assertThat(Figure.of(Collections.nCopies(4, panel)).columns()).isEqualTo(4);
    assertThat(Figure.of(Collections.nCopies(9, panel)).columns()).isEqualTo(3);
    Picture square = Figure.of(Collections.nCopies(9, panel)).withPanelHeight(50).draw();
    assertThat(square.width()).isEqualTo(3 * 50 + 4 * 8);
    assertThat(square.height()).isEqualTo(square.width());
  }

  @Test
  void smallPicturesAreEnlargedAndHugeOnesReduced() {
    assertThat(Figure.of(List.of(red(64, 64, ""))).panelHeight()).isEqualTo(192);
    assertThat(Figure.of(List.of(red(500, 400, ""))).panelHeight()).isEqualTo(400);
    assertThat(Figure.of(List.of(red(2000, 1500, ""))).panelHeight()).isEqualTo(640);
  }

  @Test
  void aFigureOfNothingIsRefused() {
    assertThatThrownBy(() -> Figure.of(List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("A figure needs at least one panel, but there is none. Add a picture to it.");
  }

  @Test
  void noColumnsAreRefused() {
    assertThatThrownBy(() -> Figure.of(List.of(red(1, 1, ""))).withColumns(0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("needs at least 1 column")
        .hasMessageContaining("0 columns");
  }

  private static Panel red(int width, int height, String caption) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, RED);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    return new Panel(picture, caption);
  }

  private static long count(BufferedImage image, int rgb) {
    return Arrays.stream(pixels(image, 0)).filter(pixel -> pixel == rgb).count();
  }

  private static long dark(BufferedImage image, int fromRow) {
    return Arrays.stream(pixels(image, fromRow))
        .filter(pixel -> (pixel >> 16 & 0xff) < 100)
        .count();
  }

  private static int[] pixels(BufferedImage image, int fromRow) {
    int width = image.getWidth();
    return image.getRGB(0, fromRow, width, image.getHeight() - fromRow, null, 0, width);
  }
}
