package io.github.gradcam.examples.swap.agreement;

import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.image.Resize;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The networks that every engine opens. */
final class Settings {

  private static final int EMBEDDED_SIDE = 160;
  private static final int SMALL_SIDE = 64;

  private Settings() {}

  /** The network of the examples. */
  static Setting embedded() {
    return new Setting(
        "imagenette-cnn",
        Map.of(
            "djl", resource("../imagenette-cnn.pt"),
            "tf", resource("../imagenette-cnn-savedmodel"),
            "dl4j", resource("../imagenette-cnn.zip")),
        squashed(Preprocessing.torchvision(), EMBEDDED_SIDE),
        "expand",
        List.of("block3", "down2"));
  }

  /** A VGG16 with few channels and random weights: see {@code tools/agreement}. */
  static Setting small() {
    return vgg("small-vgg16", resource("/agreement"), SMALL_SIDE);
  }

  /**
   * VGG16 as it was trained.
   *
   * @param folder where {@code tools/agreement} has written it
   */
  static Setting full(Path folder) {
    return vgg("vgg16", folder, 224);
  }

  static List<Path> photos() {
    return Stream.of(
            "worms-cathedral.jpg", "berlin-cathedral.jpg", "reims-cathedral.jpg", "dog.jpg")
        .map(photo -> resource("../" + photo))
        .toList();
  }

  private static Setting vgg(String name, Path folder, int side) {
    return new Setting(
        name,
        Map.of(
            "djl", folder.resolve(name + ".pt"),
            "tf", folder.resolve(name + "-savedmodel"),
            "dl4j", folder.resolve(name + ".h5")),
        squashed(Preprocessing.kerasCaffe(), side),
        "block5_conv3",
        List.of("block4_conv3", "block3_conv3"));
  }

  private static Preprocessing squashed(Preprocessing preprocessing, int side) {
    return preprocessing.withResize(new Resize.Squash(side, side));
  }

  private static Path resource(String name) {
    URL url = Settings.class.getResource(name);
    if (url == null) {
      throw new IllegalStateException("There is no " + name + " among the resources.");
    }
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(url + " is no address of a file.", e);
    }
  }
}
