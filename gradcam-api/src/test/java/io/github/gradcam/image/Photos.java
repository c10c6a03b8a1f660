package io.github.gradcam.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What {@code tools/photos/make_photos.py} made. */
final class Photos {

  private Photos() {}

  static List<Path> readable() {
    return in("readable").filter(file -> !file.toString().endsWith(".seen.png")).toList();
  }

  static List<Path> unreadable() {
    return in("unreadable").toList();
  }

  /** What {@code tools/photos/make_resized.py} made of noise. */
  static List<Path> resized() {
    return in("resized").filter(file -> file.getFileName().toString().contains("-")).toList();
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether this run has TwelveMonkeys on its class path. */
  static boolean havePlugins() {
    return "twelvemonkeys".equals(System.getProperty("gradcam.test.plugins"));
  }

  private static Stream<Path> in(String folder) {
    try {
      URI place = Objects.requireNonNull(Photos.class.getResource("/photos/" + folder)).toURI();
      try (Stream<Path> files = Files.list(Path.of(place))) {
        return files.sorted().toList().stream();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
