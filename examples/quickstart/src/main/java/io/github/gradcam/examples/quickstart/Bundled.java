package io.github.gradcam.examples.quickstart;

import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.image.Resize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The photo and the model that come with the example; see tools/demo-model. */
final class Bundled {

  private Bundled() {}

  static Path photo() {
    return file("worms-cathedral.jpg");
  }

  static Path model() {
    return file("imagenette-cnn.pt");
  }

  static List<String> labels() {
    try {
      return Files.readAllLines(file("labels.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the model was evaluated with. */
  static Preprocessing preprocessing() {
    return Preprocessing.torchvision().withResize(new Resize.Squash(160, 160));
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
