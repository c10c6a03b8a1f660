package io.github.gradcam.examples.swap;

import io.github.gradcam.GradCam;
import io.github.gradcam.Models;
import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.image.Resize;
import io.github.gradcam.model.Model;
import io.github.gradcam.spi.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The photos, and one network as three frameworks save it; see tools/demo-model. */
final class Bundled {

  private Bundled() {}

  /** The file that a backend on the class path opens. */
  static Path model() {
    return Stream.of(torchScript(), savedModel(), archive())
        .filter(Bundled::opens)
        .findFirst()
        .orElseGet(Bundled::torchScript);
  }

  static Path torchScript() {
    return file("imagenette-cnn.pt");
  }

  static Path savedModel() {
    return file("imagenette-cnn-savedmodel");
  }

  static Path archive() {
    return file("imagenette-cnn.zip");
  }

  static List<Path> photos() {
    return Stream.of(
            "worms-cathedral.jpg", "berlin-cathedral.jpg", "reims-cathedral.jpg", "dog.jpg")
        .map(Bundled::file)
        .toList();
  }

  /** What the network was trained with, whoever computes it. */
  static GradCam.Builder explaining(Model model) {
    try {
      return GradCam.builder(model)
          .preprocessing(Preprocessing.torchvision().withResize(new Resize.Squash(160, 160)))
          .labels(Files.readAllLines(file("labels.txt")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean opens(Path file) {
    return Models.backends().stream()
        .anyMatch(backend -> backend.inspect(file) instanceof Verdict.Opens);
  }

  private static Path file(String name) {
    URL url = Bundled.class.getResource(name);
    if (url == null) {
      throw new IllegalStateException("The example was built without its file " + name + ".");
    }
    try {
      return Path.of(new URI(url.toString()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(url + " is no address of a file.", e);
    }
  }
}
