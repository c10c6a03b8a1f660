package io.github.gradcam.examples.vgg16.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.examples.vgg16.data.ImagenetteClass;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.image.Colormap;
import io.github.gradcam.image.Figure;
import io.github.gradcam.image.Images;
import io.github.gradcam.image.Panel;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A figure")
class FiguresTest {

  /** Softmax of one logit of 5 (half the photo at 10) among nine of 0. */
  private static final String SURE = percent(100 * Math.exp(5) / (Math.exp(5) + 9));

  private static final String OTHER = percent(100 / (Math.exp(5) + 9));

  @TempDir private Path folder;

  private Painted painted;

  private static String percent(double percent) {
    return String.format(Locale.ROOT, "%.1f\u00a0%%", percent);
  }

  @BeforeEach
  void paint() {
    painted = new Painted(folder);
  }

  private static Choice choice(
      int label, @Nullable PhotoFile correct, @Nullable PhotoFile mistake) {
    return new Choice(
        ImagenetteClass.ALL.get(label), Optional.ofNullable(correct), Optional.ofNullable(mistake));
  }

  private static Figure results(Choice... choices) {
    return ResultsFigure.of(Colours.cam(), List.of(choices), Painted.silent());
  }

  private static List<String> captions(Figure figure, int row) {
    return figure.rows().get(row).panels().stream().map(Panel::caption).toList();
  }

  @Test
  @DisplayName(
      "of the results says the class, what is predicted, how surely, and what was mistaken")
  void captions() {
    Figure figure =
        results(
            choice(
                Painted.TENCH,
                painted.rightHalf("red", Painted.TENCH, Color.RED),
                painted.rightHalf("blue", Painted.TENCH, Color.BLUE)),
            choice(
                Painted.SPRINGER, painted.rightHalf("green", Painted.SPRINGER, Color.GREEN), null),
            choice(Painted.CASSETTE, null, painted.rightHalf("red2", Painted.CASSETTE, Color.RED)));

    assertThat(figure.rows())
        .extracting(Figure.Row::heading)
        .containsExactly("tench", "English springer", "cassette player");
    assertThat(figure.columnHeadings())
        .containsExactly("photo", "heatmap", "predicted", "runner-up", "a mistake");
    assertThat(captions(figure, 0))
        .containsExactly(
            "",
            "",
            "tench " + SURE,
            "English springer " + OTHER + ", no evidence",
            "is tench,\nseen as cassette player " + SURE);
    assertThat(captions(figure, 1)).element(4).isEqualTo("no mistake");
    assertThat(captions(figure, 2))
        .containsExactly(
            "none was known", "", "", "", "is cassette player,\nseen as tench " + SURE);
    assertThat(figure.legend().orElseThrow().meaning()).contains("grad-cam at colours");
  }

  @Test
  @DisplayName("of the results shows the photo, its map in the colours of heat, and both in one")
  void pictures() {
    Figure figure =
        results(
            choice(
                Painted.TENCH,
                painted.rightHalf("red", Painted.TENCH, Color.RED),
                painted.rightHalf("blue", Painted.TENCH, Color.BLUE)));
    List<BufferedImage> drawn =
        figure.rows().get(0).panels().stream().map(panel -> panel.draw(64).image()).toList();

    assertThat(cold(drawn.get(0))).isEqualTo(0x000000);
    assertThat(hot(drawn.get(0))).isEqualTo(0xff0000);
    assertThat(cold(drawn.get(1))).isEqualTo(Colormap.PLASMA.rgb(0));
    assertThat(hot(drawn.get(1))).isEqualTo(Colormap.PLASMA.rgb(1));
    assertThat(cold(drawn.get(2))).isEqualTo(0x000000);
    assertThat(new Color(hot(drawn.get(2))).getGreen()).as("yellow on red").isGreaterThan(100);
    assertThat(hot(drawn.get(3))).as("nothing speaks for the runner-up").isEqualTo(0xff0000);
    assertThat(new Color(hot(drawn.get(4))).getRed()).as("yellow on blue").isGreaterThan(100);
  }

  private static int cold(BufferedImage image) {
    return image.getRGB(4, 32) & 0xffffff;
  }

  private static int hot(BufferedImage image) {
    return image.getRGB(60, 32) & 0xffffff;
  }

  @Test
  @DisplayName("of all classes fits a page, whatever the shapes of the photos")
  void size() {
    List<Choice> choices = new ArrayList<>();
    for (int label = 0; label < ImagenetteClass.ALL.size(); label++) {
      choices.add(
          choice(
              label,
              painted.rightHalf("wide" + label, label, Color.RED, 900, 60),
              painted.rightHalf("high" + label, label, Color.GREEN, 60, 900)));
    }
    Path file = folder.resolve("grad_cam_results.png");
    results(choices.toArray(Choice[]::new)).write(file);
    BufferedImage written = Images.read(file);
    assertThat(written.getWidth()).isBetween(1000, 2000);
    assertThat(written.getHeight()).isBetween(2000, 2800);
  }

  @Test
  @DisplayName("shows a panorama whole, in a frame")
  void panorama() {
    PhotoFile wide = painted.rightHalf("wide", Painted.TENCH, Color.RED, 900, 300);
    Figure figure = results(choice(Painted.TENCH, wide, null));
    BufferedImage photo = figure.rows().get(0).panels().get(0).draw(288).image();
    assertThat(photo.getHeight()).isEqualTo(192);
    assertThat(photo.getRGB(280, 4) & 0xffffff).as("above it").isEqualTo(0xffffff);
    assertThat(photo.getRGB(280, 52) & 0xffffff).as("its upper edge").isEqualTo(0xff0000);
    assertThat(photo.getRGB(4, 96) & 0xffffff).as("its left edge").isEqualTo(0x000000);
  }

  @Test
  @DisplayName("of the results needs a photo")
  void noPhotos() {
    assertThatThrownBy(() -> results(choice(Painted.TENCH, null, null)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no photo");
  }

  @Test
  @DisplayName("of one's own photos has a row for each, by its name, and no labels")
  void free() {
    PhotoFile photo = painted.rightHalf("my-church_1", Painted.TENCH, Color.GREEN);
    PhotoFile other = painted.rightHalf("b.c", Painted.TENCH, Color.RED);
    Figure figure =
        FreePhotosFigure.of(Colours.cam(), List.of(photo.file(), other.file()), Painted.silent());
    assertThat(figure.columnHeadings())
        .containsExactly("photo", "heatmap", "predicted", "runner-up");
    assertThat(figure.rows()).extracting(Figure.Row::heading).containsExactly("my church 1", "b.c");
    assertThat(captions(figure, 0)).element(2).isEqualTo("English springer " + SURE);
    assertThat(captions(figure, 1)).element(2).isEqualTo("tench " + SURE);
  }

  @Test
  @DisplayName("says which file is no photo")
  void broken() throws Exception {
    Path broken = Files.write(folder.resolve("broken.jpg"), new byte[] {1, 2, 3});
    assertThatThrownBy(() -> FreePhotosFigure.of(Colours.cam(), List.of(broken), Painted.silent()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("broken.jpg");
    assertThatThrownBy(() -> FreePhotosFigure.of(Colours.cam(), List.of(), Painted.silent()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no photo");
  }

  @Test
  @DisplayName("of several engines has a column for each and says how far each is from the first")
  void engines() {
    PhotoFile red = painted.rightHalf("red", Painted.TENCH, Color.RED);
    Figure figure =
        EnginesFigure.of(
            List.of(Colours.cam(), new Colours("Stray 2.0", 3e-4f).explainer()),
            List.of(red),
            Painted.silent());
    assertThat(figure.columnHeadings()).containsExactly("photo", "Colours 1.0", "Stray 2.0");
    assertThat(figure.rows()).extracting(Figure.Row::heading).containsExactly("tench");
    assertThat(captions(figure, 0))
        .containsExactly("", "tench " + SURE, "tench " + SURE + "\ndiffers by ≤ 3.0e-04");
  }

  @Test
  @DisplayName("of each mistake shows what was seen, in the order asked for, whatever their number")
  void mistakes() {
    List<PhotoFile> photos =
        Stream.iterate(0, i -> i + 1)
            .limit(10)
            .map(i -> painted.rightHalf("m" + (9 - i), Painted.TENCH, Color.GREEN, 40, 20))
            .toList();
    Map<PhotoFile, BufferedImage> pictures =
        MistakePictures.of(Colours.cam(), photos, Painted.silent());
    assertThat(pictures.keySet()).containsExactlyElementsOf(photos);
    assertThat(pictures.values())
        .allSatisfy(
            picture -> {
              assertThat(picture.getWidth()).isEqualTo(448);
              assertThat(picture.getHeight()).isEqualTo(224);
              assertThat(picture.getRGB(20, 112) & 0xffffff).isEqualTo(0x000000);
              assertThat(new Color(picture.getRGB(430, 112)).getRed()).isGreaterThan(100);
            });
  }
}
