package io.github.gradcam.image;

import static io.github.gradcam.image.Fixtures.assertSamePixels;
import static io.github.gradcam.image.Fixtures.png;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grey.png",
        "grey16.png",
        "palette.png",
        "palette.gif",
        "colour.tif",
        "colour.bmp"
      })
  void everyLosslessKindHasPillowsPixels(String name) {
    assertSamePixels(read(name), png("seen-" + name + ".png"), 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"alpha.png", "grey-alpha.png"})
  void transparencyIsCompositedOnWhite(String name) {
    assertSamePixels(read(name), png("seen-" + name + ".png"), 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"colour.jpg", "grey.jpg", "progressive.jpg", "cmyk.jpg"})
  void everyKindOfJpegHasPillowsPixelsButForTheDecodersRounding(String name) {
    assertSamePixels(read(name), png("seen-" + name + ".png"), 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void howeverTheCameraWasHeldThePhotoIsUpright(int orientation) {
    assertSamePixels(read("orientation-" + orientation + ".jpg"), png("upright.png"), 12);
  }

  @Test
  void theResultIsAlwaysPackedRgb() {
    assertThat(read("palette.gif").getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
    assertThat(read("orientation-6.jpg").getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
  }

  @Test
  void aFileAndItsStreamGiveTheSamePhoto(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("photo"), Fixtures.bytes("photo.png"));

    assertSamePixels(Images.read(file), read("photo.png"), 0);
  }

  @Test
  void theStreamIsLeftOpen() {
    boolean[] closed = {false};
    InputStream in =
        new ByteArrayInputStream(Fixtures.bytes("photo.png")) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };

    Images.read(in);

    assertThat(closed[0]).isFalse();
  }

  private static BufferedImage read(String name) {
    return Images.read(Fixtures.open(name));
  }
}
