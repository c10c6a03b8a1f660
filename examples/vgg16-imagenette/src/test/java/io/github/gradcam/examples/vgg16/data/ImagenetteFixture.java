package io.github.gradcam.examples.vgg16.data;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A tiny Imagenette, made on the spot. */
final class ImagenetteFixture {

  private ImagenetteFixture() {}

  /** Photos of 8 x 8 pixels in every class. */
  static Path create(Path root, int training, int test) throws IOException {
    for (ImagenetteClass one : ImagenetteClass.ALL) {
      for (int index = 0; index < training; index++) {
        photo(root, "train", one, index);
      }
      for (int index = 0; index < test; index++) {
        photo(root, "val", one, index);
      }
    }
    return root;
  }

  private static void photo(Path root, String part, ImagenetteClass one, int index)
      throws IOException {
    Path folder = Files.createDirectories(root.resolve(part).resolve(one.wnid()));
    String name = String.format(Locale.ROOT, "%s_%s_%03d.JPEG", one.wnid(), part, index);
    ImageIO.write(
        new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", folder.resolve(name).toFile());
  }
}
