package io.github.gradcam.bench.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes a folder so that nobody ever sees half of it: it grows in a hidden sibling, {@code
 * .….part}, and is moved into place. Where another process was faster, its folder stays.
 */
final class WholeFolder {

  /** What goes into the folder. */
  @FunctionalInterface
  interface Content {

    /**
     * Writes the content.
     *
     * @param folder is there and empty
     * @throws IOException if it cannot be written
     */
    void writeTo(Path folder) throws IOException;
  }

  private WholeFolder() {}

  static void write(Path folder, Content content) throws IOException {
    Path part = folder.resolveSibling("." + UUID.randomUUID() + ".part");
    try {
      Files.createDirectory(part);
      content.writeTo(part);
      putInPlace(part, folder);
    } finally {
      delete(part);
    }
  }

  private static void putInPlace(Path part, Path folder) throws IOException {
    try {
      Files.move(part, folder);
    } catch (IOException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> inner;
    try (Stream<Path> all = Files.walk(folder)) {
      inner = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : inner) {
      Files.delete(path);
    }
  }
}
