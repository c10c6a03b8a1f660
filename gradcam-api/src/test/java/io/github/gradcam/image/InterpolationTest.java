package io.github.gradcam.image;

import static io.github.gradcam.image.Fixtures.assertClose;
import static io.github.gradcam.image.Fixtures.assertSamePixels;
import static io.github.gradcam.image.Fixtures.floats;
import static io.github.gradcam.image.Fixtures.photo;
import static io.github.gradcam.image.Fixtures.png;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpolationTest {

  @ParameterizedTest
  @CsvSource({"40, 30", "150, 101", "13, 90", "7, 7"})
  void antialiasedBilinearIsPillowsBitForBit(int width, int height) {
    BufferedImage resized = resized(Interpolation.ANTIALIASED_BILINEAR, width, height);

    assertSamePixels(resized, png("pillow-" + width + "x" + height + ".png"), 0);
  }

  @ParameterizedTest
  @CsvSource({"41, 30", "150, 101"})
  void nearestIsPillowsBitForBit(int width, int height) {
    BufferedImage resized = resized(Interpolation.NEAREST, width, height);

    assertSamePixels(resized, png("nearest-" + width + "x" + height + ".png"), 0);
  }

  @ParameterizedTest
  @CsvSource({"41, 30", "150, 101"})
  void plainBilinearIsOpenCvsButForItsRounding(int width, int height) {
    BufferedImage resized = resized(Interpolation.BILINEAR, width, height);

    assertSamePixels(resized, png("opencv-" + width + "x" + height + ".png"), 1);
  }

  @Test
  void plainBilinearIsTorchsInterpolate() {
    assertClose(levels(Interpolation.BILINEAR, 41, 30), floats("plain-41x30.f32", 3, 30, 41), 1e-4);
  }

  private static BufferedImage resized(Interpolation interpolation, int width, int height) {
    Tensor levels = levels(interpolation, width, height);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int red = Math.round(levels.get(0, y, x));
        int green = Math.round(levels.get(1, y, x));
        int blue = Math.round(levels.get(2, y, x));
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return image;
  }

  private static Tensor levels(Interpolation interpolation, int width, int height) {
    List<Double> zeros = List.of(0.0, 0.0, 0.0);
    List<Double> ones = List.of(1.0, 1.0, 1.0);
    Tensor levels =
        new Preprocessing(
                "levels",
                new Resize.Squash(width, height),
                interpolation,
                ChannelOrder.RGB,
                1,
                zeros,
                ones)
            .prepare(photo())
            .input();
    return levels.reshape(Shape.of(3, height, width));
  }
}
