package io.github.gradcam.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import javax.imageio.ImageIO;

/** What {@code src/test/python/make_image_fixtures.py} made. */
final class Fixtures {

  private Fixtures() {}

  static InputStream open(String name) {
    return Objects.requireNonNull(Fixtures.class.getResourceAsStream(name), name);
  }

  static byte[] bytes(String name) {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PNG as the JDK itself reads it. */
  static BufferedImage png(String name) {
    try (InputStream in = open(name)) {
      return ImageIO.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BufferedImage photo() {
    return png("photo.png");
  }

  static Tensor floats(String name, int... shape) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes(name)).order(ByteOrder.LITTLE_ENDIAN);
    return Tensor.copyOf(Shape.of(shape), buffer.asFloatBuffer());
  }

  static void assertSamePixels(BufferedImage actual, BufferedImage expected, int levels) {
    assertThat(actual.getWidth()).isEqualTo(expected.getWidth());
    assertThat(actual.getHeight()).isEqualTo(expected.getHeight());
    int worst = 0;
    for (int y = 0; y < expected.getHeight(); y++) {
      for (int x = 0; x < expected.getWidth(); x++) {
        for (int shift = 0; shift <= 16; shift += 8) {
          int difference =
              (actual.getRGB(x, y) >> shift & 0xff) - (expected.getRGB(x, y) >> shift & 0xff);
          worst = Math.max(worst, Math.abs(difference));
        }
      }
    }
    assertThat(worst).as("largest difference of a level").isLessThanOrEqualTo(levels);
  }

  static void assertClose(Tensor actual, Tensor expected, double tolerance) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    float[] a = actual.toArray();
    float[] b = expected.toArray();
    double worst = 0;
    for (int i = 0; i < a.length; i++) {
      worst = Math.max(worst, Math.abs((double) a[i] - b[i]));
    }
    assertThat(worst).as("largest difference").isLessThanOrEqualTo(tolerance);
  }
}
