package io.github.gradcam.examples.vgg16.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gradcam.GradCam;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The agreement of engines' heatmaps")
class HeatmapAgreementTest {

  private static final float STRAY = 2e-4f;
  private static final int PLACES = 64;

  @TempDir private Path folder;

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final Console console =
      new Console(new PrintStream(told, true, StandardCharsets.UTF_8), false);

  /** Nine that all engines see alike, for their corner is not black, and one in their midst. */
  private List<PhotoFile> photos() {
    List<PhotoFile> photos = new ArrayList<>();
    Painted painted = new Painted(folder);
    for (int i = 0; i < 10; i++) {
      photos.add(painted.rightHalf("p" + i, Painted.TENCH, Color.RED, i == 6 ? 64 : 1, 64));
    }
    return photos;
  }

  @Test
  @DisplayName("is the largest difference anywhere, found at its photo, and is told when too large")
  void apart() {
    GradCam stray = new Colours("Stray 2.0", STRAY).explainer();
    List<PhotoFile> photos = photos();
    HeatmapAgreement agreement =
        HeatmapAgreement.of(List.of(Colours.cam(), Colours.cam(), stray), photos, console);

    assertThat(agreement.pairs()).hasSize(3);
    PairAgreement same = agreement.pairs().get(0);
    assertThat(same.largest()).isZero();
    assertThat(same.holds()).isTrue();

    PairAgreement apart = agreement.pairs().get(2);
    assertThat(apart.one()).isEqualTo("Colours 1.0");
    assertThat(apart.other()).isEqualTo("Stray 2.0");
    assertThat(apart.photos()).isEqualTo(10);
    assertThat(apart.atLayer()).isCloseTo(STRAY, within(1e-9));
    assertThat(apart.overInput()).isCloseTo(STRAY, within(1e-9));
    assertThat(apart.mean()).isCloseTo(STRAY / PLACES / photos.size(), within(1e-11));
    assertThat(apart.worst()).isEqualTo(photos.get(6));
    assertThat(apart.holds()).isFalse();

    assertThat(agreement.holds()).isFalse();
    assertThat(agreement.largest()).isCloseTo(STRAY, within(1e-9));
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains(
            "Colours 1.0 and Stray 2.0, heatmaps of 10 photos: at most 2.0e-04 apart",
            "ABOVE the limit of 1e-04",
            photos.get(6).name(),
            "Colours 1.0 and Colours 1.0",
            "within the limit");
  }

  @Test
  @DisplayName("holds up to the limit")
  void holds() {
    GradCam near = new Colours("Near 1.0", STRAY / 4).explainer();
    HeatmapAgreement agreement =
        HeatmapAgreement.of(List.of(Colours.cam(), near), photos(), console);
    assertThat(agreement.largest()).isCloseTo(STRAY / 4, within(1e-9));
    assertThat(agreement.holds()).isTrue();
  }

  @Test
  @DisplayName("takes two engines and a photo")
  void refused() {
    assertThatThrownBy(() -> HeatmapAgreement.of(List.of(Colours.cam()), photos(), console))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at least two");
    assertThatThrownBy(
            () -> HeatmapAgreement.of(List.of(Colours.cam(), Colours.cam()), List.of(), console))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no photo");
  }
}
