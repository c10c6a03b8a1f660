package io.github.gradcam.image;

import static io.github.gradcam.image.Fixtures.floats;
import static io.github.gradcam.image.Fixtures.photo;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreprocessingTest {

  @Test
  void torchvisionAt24By32IsTorchvisionsBitForBit() {
    Prepared prepared = Preprocessing.torchvision().withSize(24, 32).prepare(photo());

    assertThat(prepared.input()).isEqualTo(floats("torchvision-24x32.f32", 3, 32, 24));
  }

  @Test
  void torchvisionAt224HasTheDigestOfTorchvisionsNumbers() throws Exception {
    Tensor input = Preprocessing.torchvision().prepare(photo()).input();

    ByteBuffer bytes = ByteBuffer.allocate(4 * input.shape().size()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(input.toBuffer());
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
    assertThat(input.shape()).isEqualTo(Shape.of(3, 224, 224));
    assertThat(HexFormat.of().formatHex(digest))
        .isEqualTo(new String(Fixtures.bytes("torchvision-224.sha256"), US_ASCII).strip());
  }

  @Test
  void greyIsPillowsLuma() {
    Preprocessing grey =
        Preprocessing.zeroToOne()
            .withSize(20, 16)
            .withChannels(ChannelOrder.GREY, 1 / 255.0, List.of(0.0), List.of(1.0));

    assertThat(grey.prepare(photo()).input()).isEqualTo(floats("grey-20x16.f32", 1, 16, 20));
  }

  @Test
  void theCropsPlaceOnThePhotoIsKnown() {
    BufferedImage photo = new BufferedImage(1024, 512, BufferedImage.TYPE_INT_RGB);

    Placement placement = Preprocessing.torchvision().prepare(photo).placement();

    // 512 x 256 after resizing, so a pixel of the input is two of the photo; (512 − 224) / 2 = 144.
    assertThat(placement)
        .isEqualTo(new Placement(1024, 512, new Region(2 * 144, 2 * 16, 2 * 224, 2 * 224)));
  }

  @Test
  void halvesAreRoundedToTheEvenNeighbourAsPythonDoes() {
    BufferedImage photo = new BufferedImage(227, 229, BufferedImage.TYPE_INT_RGB);
    Preprocessing crop =
        Preprocessing.torchvision().withResize(new Resize.CentreCrop(227, 224, 224));

    Region region = crop.prepare(photo).placement().region();

    // round(3 / 2.0) = 2 and round(5 / 2.0) = 2
    assertThat(region).isEqualTo(new Region(2, 2, 224, 224));
  }

  @Test
  void squashingCoversTheWholePhoto() {
    BufferedImage photo = new BufferedImage(300, 100, BufferedImage.TYPE_INT_RGB);

    assertThat(Preprocessing.kerasTf().prepare(photo).placement())
        .isEqualTo(Placement.whole(300, 100));
  }

  @Test
  void aLetterboxReachesBeyondThePhotoAndIsPaddedThere() {
    BufferedImage photo = colour(200, 100, 0x102030);
    Preprocessing letterbox =
        Preprocessing.zeroToOne()
            .withResize(new Resize.Letterbox(100, 100, 114))
            .withChannels(ChannelOrder.RGB, 1, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));

    Prepared prepared = letterbox.prepare(photo);

    assertThat(prepared.placement().region()).isEqualTo(new Region(0, -50, 200, 200));
    assertThat(prepared.input().get(0, 24, 50)).isEqualTo(114);
    assertThat(prepared.input().get(0, 25, 50)).isEqualTo(0x10);
    assertThat(prepared.input().get(2, 74, 50)).isEqualTo(0x30);
    assertThat(prepared.input().get(2, 75, 50)).isEqualTo(114);
  }

  @Test
  void kerasCaffeIsBlueGreenRedLessTheMean() {
    Tensor input = Preprocessing.kerasCaffe().prepare(colour(9, 9, 0x0a141e)).input();

    assertThat(input.get(0, 0, 0)).isEqualTo(30f - 103.939f);
    assertThat(input.get(1, 100, 100)).isEqualTo(20f - 116.779f);
    assertThat(input.get(2, 223, 223)).isEqualTo(10f - 123.68f);
  }

  @Test
  void kerasTfGoesFromMinusOneToOne() {
    Tensor input = Preprocessing.kerasTf().prepare(colour(9, 9, 0xff0080)).input();

    assertThat(input.get(0, 5, 5)).isEqualTo(1);
    assertThat(input.get(1, 5, 5)).isEqualTo(-1);
    assertThat(input.get(2, 5, 5)).isCloseTo(128 / 127.5f - 1, within(1e-7f));
  }

  @Test
  void kerasRawHandsLevelsOnAsTheyAre() {
    Tensor input = Preprocessing.kerasRaw().prepare(colour(9, 9, 0x0180ff)).input();

    assertThat(input.get(0, 112, 112)).isEqualTo(1);
    assertThat(input.get(1, 112, 112)).isEqualTo(128);
    assertThat(input.get(2, 112, 112)).isEqualTo(255);
  }

  @Test
  void kerasTorchHasImagenetsMeanAndDeviation() {
    Tensor input = Preprocessing.kerasTorch().prepare(colour(9, 9, 0xffffff)).input();

    assertThat(input.get(0, 0, 0)).isCloseTo((1 - 0.485f) / 0.229f, within(1e-6f));
    assertThat(input.get(2, 0, 0)).isCloseTo((1 - 0.406f) / 0.225f, within(1e-6f));
  }

  @Test
  void anAdaptedPresetSaysSo() {
    Preprocessing preset = Preprocessing.torchvision();

    assertThat(preset.name()).isEqualTo("torchvision");
    assertThat(preset.withSize(96, 96).withInterpolation(Interpolation.NEAREST).name())
        .isEqualTo("torchvision, adapted");
    assertThat(preset.withSize(96, 96).withName("mine").name()).isEqualTo("mine");
  }

  @Test
  void aPhotoOfOnePixelBecomesAnEvenInput() {
    for (Interpolation interpolation : Interpolation.values()) {
      Tensor input =
          Preprocessing.torchvision()
              .withInterpolation(interpolation)
              .prepare(colour(1, 1, 0xffffff))
              .input();

      assertThat(input.get(1, 0, 0)).isCloseTo((1 - 0.456f) / 0.224f, within(1e-6f));
      assertThat(input.get(1, 223, 223)).isEqualTo(input.get(1, 0, 0));
    }
  }

  @Test
  void aMeanForEachChannelIsNeeded() {
    assertThatThrownBy(
            () ->
                Preprocessing.torchvision()
                    .withChannels(ChannelOrder.GREY, 1, List.of(0.0, 0.0), List.of(1.0)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "GREY needs 1 means and deviations, but there are 2 means and 1 deviations. Give one a"
                + " channel.");
  }

  @Test
  void aDeviationOfZeroIsRefused() {
    assertThatThrownBy(
            () ->
                Preprocessing.torchvision()
                    .withChannels(ChannelOrder.GREY, 1, List.of(0.0), List.of(0.0)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("Deviations must be finite and not 0, but are [0.0].");
  }

  @Test
  void aCropLargerThanThePhotoIsRefused() {
    assertThatThrownBy(() -> new Resize.CentreCrop(200, 224, 100))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "A crop of 224 x 100 does not fit into a photo whose shorter side is 200. Resize the"
                + " shorter side to at least 224.");
  }

  private static BufferedImage colour(int width, int height, int rgb) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, rgb);
      }
    }
    return image;
  }
}
