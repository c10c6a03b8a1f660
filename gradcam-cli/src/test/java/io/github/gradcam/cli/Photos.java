package io.github.gradcam.cli;

import io.github.gradcam.image.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Pictures to explain, and files that are none. */
final class Photos {

  private Photos() {}

  /** Coloured blobs, always the same for a seed. */
  static Path blobs(Path file, int seed, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    Graphics2D graphics = image.createGraphics();
    for (int i = 0; i < 12; i++) {
      graphics.setColor(new Color(random.nextInt(1 << 24)));
      graphics.fillOval(
          random.nextInt(width) - 8, random.nextInt(height) - 8, width / 3 + 1, height / 3 + 1);
    }
    graphics.dispose();
    return written(file, image);
  }

  static Path blobs(Path file, int seed) {
    return blobs(file, seed, 120, 90);
  }

  /** The first half of a good JPEG. */
  static Path truncated(Path file) {
    try {
      byte[] whole = Files.readAllBytes(blobs(file, 99));
      return Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path text(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path written(Path file, BufferedImage image) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    new Picture(image).write(file);
    return file;
  }
}
