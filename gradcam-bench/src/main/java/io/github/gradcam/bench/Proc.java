package io.github.gradcam.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux tells of itself in files. */
final class Proc {

  private Proc() {}

  /**
   * Reads one.
   *
   * @param file such as {@code cpuinfo}
   * @return its lines; none on other systems
   */
  static List<String> lines(String file) {
    Path path = Path.of("/proc").resolve(file);
    if (!Files.isReadable(path)) {
      return List.of();
    }
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read.", e);
    }
  }
}
