package io.github.gradcam.trials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder with all that is in it, or a file. */
public final class Tree {

  private Tree() {}

  /**
   * Removes it, if it is there.
   *
   * @throws IOException if something cannot be removed
   */
  public static void remove(Path top) throws IOException {
    if (!Files.exists(top)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> tree = Files.walk(top)) {
      all = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
