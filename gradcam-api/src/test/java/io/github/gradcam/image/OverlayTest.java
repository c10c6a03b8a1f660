package io.github.gradcam.image;

import static io.github.gradcam.image.Fixtures.photo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class OverlayTest {

  private static final Tensor HOT = Tensor.of(Shape.of(1, 1), 1);
  private static final Tensor COLD = Tensor.of(Shape.of(1, 1), 0);
  private static final Placement WHOLE = Placement.whole(97, 64);
  private static final Tensor HILLS = Fixtures.floats("overlay-heat.f32", 5, 6);
  private static final Overlay PLASMA =
      new Overlay(Colormap.PLASMA, 0.75, Blending.BY_HEAT, Contours.none());
  private static final Overlay EVEN =
      Overlay.standard().withBlending(Blending.EVEN).withColormap(Colormap.JET).withOpacity(0.5);

  @Test
  void evenBlendingIsTheMeanOfPhotoAndColour() {
    BufferedImage photo = photo();

    BufferedImage drawn = EVEN.draw(photo, HOT, WHOLE).image();

    for (int shift = 0; shift <= 16; shift += 8) {
      int before = photo.getRGB(31, 17) >> shift & 0xff;
      int colour = Colormap.JET.rgb(1) >> shift & 0xff;
      assertThat(drawn.getRGB(31, 17) >> shift & 0xff).isEqualTo((before + colour + 1) / 2);
    }
  }

  @Test
  void byHeatWhatIsColdStaysAsItWas() {
    Fixtures.assertSamePixels(Overlay.standard().draw(photo(), COLD, WHOLE).image(), photo(), 0);
  }

  @Test
  void byHeatWhatIsHotIsHiddenAsMuchAsEvenly() {
    Overlay byHeat = EVEN.withBlending(Blending.BY_HEAT);

    Fixtures.assertSamePixels(
        byHeat.draw(photo(), HOT, WHOLE).image(), EVEN.draw(photo(), HOT, WHOLE).image(), 0);
  }

  @Test
  void outsideTheCropThePhotoStaysAsItWas() {
    Placement crop = new Placement(97, 64, new Region(20.3, 10.7, 30, 40));

    BufferedImage photo = photo();

    BufferedImage drawn = EVEN.withOpacity(1).draw(photo, HOT, crop).image();

    int colour = Colormap.JET.rgb(1);
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 97; x++) {
        boolean inside = x >= 20 && x <= 49 && y >= 11 && y <= 50;
        assertThat(drawn.getRGB(x, y) & 0xffffff)
            .isEqualTo(inside ? colour : photo.getRGB(x, y) & 0xffffff);
      }
    }
  }

  @Test
  void heatLiesWhereTheInputLay() {
    // Right half hot, over an input that covers the photo's columns −3 to 47.
    Tensor heat = Tensor.of(Shape.of(1, 2), 0, 1);
    Placement shifted = new Placement(97, 64, new Region(-3, 0, 50, 64));
    Tensor expected = Resampling.linear(heat, Shape.of(64, 50));

    BufferedImage drawn =
        EVEN.withOpacity(1).withColormap(Colormap.GREY).draw(photo(), heat, shifted).image();

    for (int x = 0; x < 47; x++) {
      assertThat(drawn.getRGB(x, 9) & 0xff).isEqualTo(Math.round(255 * expected.get(9, x + 3)));
    }
  }

  @Test
  void overTheWholePhotoPixelsAreThoseOfNumpyAndMatplotlib() {
    Fixtures.assertSamePixels(
        PLASMA.draw(photo(), HILLS, WHOLE).image(), Fixtures.png("overlay-whole.png"), 1);
  }

  @Test
  void overAPartOfThePhotoPixelsAreThoseOfNumpyAndMatplotlib() {
    Placement crop = new Placement(97, 64, new Region(-7.25, 11.5, 60, 40));

    Fixtures.assertSamePixels(
        PLASMA.draw(photo(), HILLS, crop).image(), Fixtures.png("overlay-crop.png"), 1);
  }

  @Test
  void anInputOutsideThePhotoDrawsNothing() {
    Placement beside = new Placement(97, 64, new Region(200, 0, 50, 64));

    Fixtures.assertSamePixels(EVEN.draw(photo(), HOT, beside).image(), photo(), 0);
  }

  @Test
  void thePhotoItselfIsNotDrawnOn() {
    BufferedImage photo = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);

    EVEN.draw(photo, HOT, Placement.whole(8, 8));

    assertThat(photo.getRGB(4, 4)).isEqualTo(0xff000000);
  }

  @Test
  void aPhotoOfAnotherSizeIsRefused() {
    assertThatThrownBy(() -> EVEN.draw(photo(), HOT, Placement.whole(64, 97)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "The placement is of a photo of 64 x 97 pixels, but this photo has 97 x 64. Draw over"
                + " the photo that was prepared.");
  }

  @Test
  void aBatchOfMapsIsRefused() {
    assertThatThrownBy(() -> EVEN.draw(photo(), Tensor.zeros(Shape.of(2, 7, 7)), WHOLE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "A map to draw is [h, w] with at least one number, but this is [2, 7, 7]. Draw one map"
                + " at a time.");
  }

  @Test
  void aMapWithNanIsRefused() {
    Tensor nan = Tensor.of(Shape.of(1, 2), 1, Float.NaN);

    assertThatThrownBy(() -> EVEN.draw(photo(), nan, WHOLE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "A map to draw holds heat from 0 to 1, but this one holds NaN or infinity. Normalise it"
                + " first, and look where these numbers come from.");
  }

  @Test
  void anOpacityAboveOneIsRefused() {
    assertThatThrownBy(() -> Overlay.standard().withOpacity(50))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "Opacity goes from 0 (nothing of the heat) to 1 (nothing of the photo), but is 50.0.");
  }
}
