package io.github.gradcam.image;

import static io.github.gradcam.image.Fixtures.assertSamePixels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gradcam.error.InvalidInputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadablePhotosTest {

  @ParameterizedTest
  @MethodSource("io.github.gradcam.image.Photos#readable")
  void everyPhotoHasThePixelsThatOtherProgramsSee(Path file) throws IOException {
    boolean webp = file.toString().endsWith(".webp");
    assumeTrue(Photos.havePlugins() || !webp, "The JDK reads no WebP.");

    BufferedImage photo = Images.read(file);

    BufferedImage seen =
        ImageIO.read(file.resolveSibling(file.getFileName() + ".seen.png").toFile());
    assertSamePixels(photo, seen, tolerance(file.getFileName().toString()));
    assertThat(photo.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
  }

  /** Decoders of lossy formats round differently, and so do colour managers. */
  private static int tolerance(String name) {
    if (name.equals("lossy.webp")) {
      return 16; // TwelveMonkeys repeats chroma where libwebp interpolates
    }
    if (name.endsWith(".jpg")) {
      return 3;
    }
    boolean computed =
        List.of(
                "p3",
                "adobe",
                "sampled",
                "scanner",
                "grey-profile",
                "alpha",
                "rgba16",
                "palette.tif")
            .stream()
            .anyMatch(name::contains);
    return computed ? 1 : 0;
  }

  @Test
  void withoutThePluginAWebpPhotoIsAnErrorThatNamesIt() {
    assumeFalse(Photos.havePlugins(), "This run has the plug-in.");
    for (Path file : Photos.readable()) {
      if (file.toString().endsWith(".webp")) {
        assertThatThrownBy(() -> Images.read(file))
            .isInstanceOf(InvalidInputException.class)
            .hasMessageContaining("com.twelvemonkeys.imageio:imageio-webp");
      }
    }
  }
}
