package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.error.ModelOpenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks at the files of a checkpoint before the engine does: reading a pipe would never end, and
 * block one of the threads that all networks share.
 */
final class CheckpointFiles {

  private CheckpointFiles() {}

  /** Fails unless the files can be read. */
  static void require(String prefix) {
    Path index = Path.of(prefix + ".index");
    if (!Files.isRegularFile(index)) {
      throw new LoadException(
          "lacks its variables: there is no file "
              + index
              + ". A SavedModel is a whole folder: copy all of it");
    }
    for (Path file : shards(index)) {
      if (!Files.isRegularFile(file)) {
        throw new LoadException("has variables in " + file + ", which is no file. Copy it again");
      }
    }
  }

  private static List<Path> shards(Path index) {
    Path folder = index.toAbsolutePath().getParent();
    String shard = index.getFileName().toString().replaceFirst("index$", "data-");
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(file -> String.valueOf(file.getFileName()).startsWith(shard)).toList();
    } catch (IOException unreadable) {
      throw new ModelOpenException(
          folder + " cannot be read: " + unreadable.getMessage() + ".", unreadable);
    }
  }
}
