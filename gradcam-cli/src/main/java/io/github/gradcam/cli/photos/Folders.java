package io.github.gradcam.cli.photos;

import io.github.gradcam.error.WriteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes the folders that results go to. */
public final class Folders {

  private Folders() {}

  /**
   * Makes a folder and those above it, where they are not there yet.
   *
   * @param folder the folder; none is always there
   * @throws WriteException if it cannot be made
   */
  public static void make(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new WriteException(
          folder + " cannot be made (" + e + "). Check permissions and free space.", e);
    }
    if (!Files.isWritable(folder)) {
      throw new WriteException(
          folder + " is there, but nothing may be written to it. Check its permissions.");
    }
  }
}
