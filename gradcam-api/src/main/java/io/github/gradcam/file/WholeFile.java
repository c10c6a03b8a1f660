package io.github.gradcam.file;

import io.github.gradcam.error.WriteException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file so that nobody ever sees half of it: into a hidden sibling first, which is then
 * moved into place. An existing file is replaced; after a failure it is what it was.
 */
public final class WholeFile {

  private WholeFile() {}

  /** What goes into the file. */
  @FunctionalInterface
  public interface Content {

    /**
     * Writes the content; need not close the stream.
     *
     * @param out a buffered stream
     * @throws IOException if the stream fails
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @param file where it will lie, in an existing folder
   * @param content what goes into it
   * @throws WriteException if it cannot be written
   */
  public static void write(Path file, Content content) {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new WriteException(
          file + " is a folder, so no file can be written there. Name a file in it.");
    }
    if (!Files.isDirectory(folder)) {
      throw new WriteException(
          file + " cannot be written: there is no folder " + folder + ". Create it first.");
    }
    Path part = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.CREATE_NEW))) {
        content.writeTo(out);
      }
      move(part, target);
    } catch (IOException e) {
      throw new WriteException(
          file
              + " cannot be written ("
              + e
              + "). Check permissions and free space in "
              + folder
              + ".",
          e);
    } finally {
      discard(part);
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new WriteException(part + " was left behind and cannot be deleted. Delete it.", e);
    }
  }
}
