package io.github.gradcam.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidInputException;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A crop's centre")
class CroppingTest {

  @ParameterizedTest
  @CsvSource({
    "NEAREST,8,5,2",
    "DOWN,8,5,1",
    "NEAREST,6,5,0",
    "DOWN,6,5,0",
    "NEAREST,9,5,2",
    "DOWN,9,5,2"
  })
  @DisplayName("is where torchvision or the transformers library has it")
  void odd(Centring centring, int length, int crop, int first) {
    // int(round(1.5)) is 2 and 3 // 2 is 1; int(round(0.5)) and 1 // 2 are 0.
    for (Resize resize :
        List.of(
            new Resize.SquashCrop(length, length, crop, crop, centring),
            new Resize.CentreCrop(length, crop, crop, centring))) {
      Prepared prepared = levels(resize).prepare(columns(length));
      assertThat(prepared.input().toArray()[0]).isEqualTo(first * 10);
      Region seen = prepared.placement().region();
      assertThat(List.of(seen.x(), seen.y())).containsOnly((double) first);
      assertThat(List.of(seen.width(), seen.height())).containsOnly((double) crop);
    }
  }

  @Test
  @DisplayName("of a stretched photo keeps its share for another size")
  void otherSize() {
    assertThat(new Resize.SquashCrop(256, 128, 224, 112, Centring.DOWN).withSize(112, 224))
        .isEqualTo(new Resize.SquashCrop(128, 256, 112, 224, Centring.DOWN));
    assertThat(new Resize.CentreCrop(256, 224, 224, Centring.DOWN).withSize(112, 112))
        .isEqualTo(new Resize.CentreCrop(128, 112, 112, Centring.DOWN));
  }

  @Test
  @DisplayName("is nowhere where the stretched photo is smaller")
  void tooSmall() {
    assertThatThrownBy(() -> new Resize.SquashCrop(256, 100, 224, 112, Centring.DOWN))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("224 x 112")
        .hasMessageContaining("256 x 100");
  }

  private static Preprocessing levels(Resize resize) {
    return Preprocessing.zeroToOne()
        .withResize(resize)
        .withInterpolation(Interpolation.NEAREST)
        .withChannels(ChannelOrder.GREY, 1, List.of(0.0), List.of(1.0));
  }

  /** Grey columns, ten levels apart. */
  private static BufferedImage columns(int length) {
    BufferedImage photo = new BufferedImage(length, length, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < length; y++) {
      for (int x = 0; x < length; x++) {
        photo.setRGB(x, y, x * 10 * 0x010101);
      }
    }
    return photo;
  }
}
