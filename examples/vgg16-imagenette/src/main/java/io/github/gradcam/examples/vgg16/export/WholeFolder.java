package io.github.gradcam.examples.vgg16.export;

import io.github.gradcam.error.WriteException;
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
 * .….part}, and is moved into place.
 */
final class WholeFolder {

  /** What goes into the folder. */
  @FunctionalInterface
  interface Content {

    /**
     * Writes the content.
     *
     * @param folder is there and empty
     */
    void writeTo(Path folder) throws IOException;
  }

  private WholeFolder() {}

  /**
   * Writes a folder.
   *
   * @param folder where it will lie, in an existing folder
   * @param sign a file that an existing folder must hold to be replaced, so that none of another
   *     kind is lost
   * @param content what goes into it
   * @throws WriteException if it cannot be written; what lay there stays
   */
  static void write(Path folder, String sign, Content content) {
    Path target = folder.toAbsolutePath();
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.exists(target.resolve(sign))) {
      throw new WriteException(
          folder
              + " is there, and is not replaced because it holds no "
              + sign
              + ". Name another folder, or remove it.");
    }
    Path part = target.resolveSibling("." + UUID.randomUUID() + ".part");
    Path old = target.resolveSibling("." + UUID.randomUUID() + ".part");
    try {
      try {
        Files.createDirectory(part);
        content.writeTo(part);
        if (Files.exists(target)) {
          Files.move(target, old);
        }
        putInPlace(part, target, old);
      } finally {
        delete(part);
      }
      delete(old);
    } catch (IOException e) {
      throw new WriteException(
          folder
              + " cannot be written ("
              + e
              + "). Check permissions and free space in "
              + target.getParent()
              + ".",
          e);
    }
  }

  private static void putInPlace(Path part, Path target, Path old) throws IOException {
    try {
      Files.move(part, target);
    } catch (IOException e) {
      if (Files.exists(old)) {
        Files.move(old, target);
      }
      throw e;
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
