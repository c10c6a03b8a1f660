package io.github.gradcam.image;

import static io.github.gradcam.image.Fixtures.assertSamePixels;

import io.github.gradcam.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResizedNoiseTest {

  private static final Pattern NAME =
      Pattern.compile("(\\d+x\\d+)-([a-z_]+)-(?:(\\d+)-)?(\\d+)x(\\d+)\\.png");
  private static final List<Double> ZEROS = List.of(0.0, 0.0, 0.0);
  private static final List<Double> ONES = List.of(1.0, 1.0, 1.0);

  @ParameterizedTest
  @MethodSource("io.github.gradcam.image.Photos#resized")
  void noiseIsResizedAsPillowAndOpenCvDo(Path expected) throws IOException {
    Matcher name = NAME.matcher(expected.getFileName().toString());
    name.matches();
    Interpolation how = Interpolation.valueOf(name.group(2).toUpperCase(Locale.ROOT));
    int width = Integer.parseInt(name.group(4));
    int height = Integer.parseInt(name.group(5));
    Resize resize =
        name.group(3) == null
            ? new Resize.Squash(width, height)
            : new Resize.CentreCrop(Integer.parseInt(name.group(3)), width, height);
    BufferedImage noise = Images.read(expected.resolveSibling(name.group(1) + ".png"));

    BufferedImage resized = levels(noise, resize, how);

    // OpenCV rounds its weights; Pillow's sums are followed bit for bit.
    int tolerance = how == Interpolation.BILINEAR ? 1 : 0;
    assertSamePixels(resized, ImageIO.read(expected.toFile()), tolerance);
  }

  private static BufferedImage levels(BufferedImage photo, Resize resize, Interpolation how) {
    Tensor levels =
        new Preprocessing("levels", resize, how, ChannelOrder.RGB, 1, ZEROS, ONES)
            .prepare(photo)
            .input();
    BufferedImage image =
        new BufferedImage(resize.width(), resize.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int red = Math.round(levels.get(0, y, x));
        int green = Math.round(levels.get(1, y, x));
        int blue = Math.round(levels.get(2, y, x));
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return image;
  }
}
