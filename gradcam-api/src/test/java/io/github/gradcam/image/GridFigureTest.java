package io.github.gradcam.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridFigureTest {

  private static final Tensor HEAT = Tensor.of(Shape.of(2, 2), 0, 0.3f, 0.6f, 1);
  private static final Overlay OVERLAY = Overlay.standard();
  private static final Legend LEGEND = new Legend(OVERLAY, "share of the map's maximum");

  @Test
  void headingsStandAboveAndBesideThePictures() {
    Figure.Row row = new Figure.Row("dog.jpg", List.of(panel(""), panel("")));
    Picture bare = Figure.grid(List.of(), List.of(withoutHeading(row))).draw();
    Picture columns = Figure.grid(List.of("cat", "dog"), List.of(withoutHeading(row))).draw();
    Picture rows = Figure.grid(List.of(), List.of(row)).draw();

    assertThat(columns.width()).isEqualTo(bare.width());
    assertThat(columns.height()).isGreaterThan(bare.height());
    assertThat(rows.height()).isEqualTo(bare.height());
    assertThat(rows.width()).isGreaterThan(bare.width());
    // What was there is there still, moved down or to the right.
    assertEnds(columns.image(), bare.image());
    assertEnds(rows.image(), bare.image());
  }

  @Test
  void aSinglePictureIsTheOverlayAtItsOwnResolutionAndNothingCoversIt() {
    Picture overlay = OVERLAY.draw(Fixtures.photo(), HEAT, Placement.whole(97, 64));

    BufferedImage drawn =
        Figure.single(panel("a caption that is a good deal wider than the picture above it"))
            .withLegend(LEGEND)
            .draw()
            .image();

    int left = firstInk(drawn, 30);
    assertThat(left).isBetween(drawn.getWidth() / 2 - 50, drawn.getWidth() / 2 - 47);
    Fixtures.assertSamePixels(drawn.getSubimage(left, 8, 97, 64), overlay.image(), 0);
    for (int x = 0; x < drawn.getWidth(); x++) {
      assertThat(drawn.getRGB(x, 7)).isEqualTo(0xffffffff);
      assertThat(drawn.getRGB(x, 8 + 64)).isEqualTo(0xffffffff);
    }
  }

  @Test
  void theLegendRunsFromNoHeatToAllOfItOverGrey() {
    Picture bare = Figure.single(panel("")).draw();
    Picture figure = Figure.single(panel("")).withLegend(LEGEND).draw();
    BufferedImage grey = new BufferedImage(97, 64, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 97 * 64; i++) {
      grey.setRGB(i % 97, i / 97, 0x808080);
    }
    int hot =
        OVERLAY
            .draw(grey, Tensor.of(Shape.of(1, 1), 1), Placement.whole(97, 64))
            .image()
            .getRGB(0, 0);

    int y = bare.height() + 5;
    int from = firstInk(figure.image(), y);
    int to = figure.width() - 1;
    while (figure.image().getRGB(to, y) == 0xffffffff) {
      to--;
    }

    assertThat(figure.image().getRGB(from, y)).isEqualTo(0xff808080);
    assertThat(figure.image().getRGB(to, y)).isEqualTo(hot);
    assertThat(to - from).isGreaterThan(100);
  }

  @Test
  void aDarkFigureIsLightTextOnADarkOpaqueGround() {
    BufferedImage dark = Figure.single(panel("church")).withTheme(Theme.DARK).draw().image();

    assertThat(dark.getColorModel().hasAlpha()).isFalse();
    assertThat(dark.getRGB(0, 0) & 0xff).isLessThan(0x30);
    int brightest = 0;
    for (int y = 8 + 64; y < dark.getHeight(); y++) {
      for (int x = 0; x < dark.getWidth(); x++) {
        brightest = Math.max(brightest, dark.getRGB(x, y) & 0xff);
      }
    }
    assertThat(brightest).isGreaterThan(0xd0);
  }

  @Test
  void aPanelAloneFitsTheSideThatIsAskedFor() {
    assertThat(panel("a caption").draw(48))
        .extracting(Picture::width, Picture::height)
        .containsExactly(48, 32);
    assertThatThrownBy(() -> panel("").draw(0)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void aRowWithoutAPanelForEachHeadingIsRefused() {
    assertThatThrownBy(
            () ->
                Figure.grid(List.of("cat", "dog"), List.of(new Figure.Row("", List.of(panel(""))))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "The grid has 2 column headings, but a row of 1 panels. Give each column a heading,"
                + " which may be empty.");
  }

  @Test
  void aGridDoesNotFlowIntoOtherColumns() {
    Figure grid = Figure.grid(List.of("cat"), List.of(new Figure.Row("", List.of(panel("")))));

    assertThatThrownBy(() -> grid.withColumns(2))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("stand under and beside headings");
  }

  private static int firstInk(BufferedImage figure, int y) {
    int x = 0;
    while (figure.getRGB(x, y) == 0xffffffff) {
      x++;
    }
    return x;
  }

  private static Figure.Row withoutHeading(Figure.Row row) {
    return new Figure.Row("", row.panels());
  }

  private static Panel panel(String caption) {
    return OVERLAY.panel(Fixtures.photo(), HEAT, Placement.whole(97, 64), caption);
  }

  private static void assertEnds(BufferedImage whole, BufferedImage end) {
    int width = end.getWidth() - 8;
    int height = end.getHeight() - 8;
    Fixtures.assertSamePixels(
        whole.getSubimage(whole.getWidth() - width, whole.getHeight() - height, width, height),
        end.getSubimage(8, 8, width, height),
        0);
  }
}
