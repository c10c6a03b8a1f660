package io.github.gradcam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.image.Placement;
import io.github.gradcam.image.Region;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PhotoTest {

  private static final Photo WIDE =
      new Photo(
          new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB),
          new Placement(400, 300, new Region(50, -10, 300, 320)));

  @Test
  void aSmallerCopyKeepsTheRatioAndTheInputsPlace() {
    Photo small = WIDE.within(100);

    assertThat(small.image().getWidth()).isEqualTo(100);
    assertThat(small.image().getHeight()).isEqualTo(75);
    assertThat(small.placement()).isEqualTo(new Placement(100, 75, new Region(12.5, -2.5, 75, 80)));
  }

  @Test
  void aPhotoThatIsSmallEnoughIsNotCopied() {
    assertThat(WIDE.within(400)).isSameAs(WIDE);
  }

  @Test
  void aThinPhotoKeepsAtLeastOnePixel() {
    Photo thin =
        new Photo(new BufferedImage(1000, 2, BufferedImage.TYPE_INT_RGB), Placement.whole(1000, 2));

    assertThat(thin.within(100).placement().photoHeight()).isEqualTo(1);
    assertThat(thin.within(100).placement().region()).isEqualTo(new Region(0, 0, 100, 1));
  }

  @Test
  void noPixelsAreNoPhoto() {
    assertThatThrownBy(() -> WIDE.within(0))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at least one pixel");
  }
}
