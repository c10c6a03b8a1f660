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
 * A file that nobody sees before it is whole: it grows in a hidden sibling, {@code .….part}, which
 * {@link #complete()} moves into place. Closed without that, it leaves nothing. Not thread-safe.
 */
public final class Draft implements AutoCloseable {

  private final Path file;
  private final Path part;
  private final OutputStream stream;

  private Draft(Path file, Path part, OutputStream stream) {
    this.file = file;
    this.part = part;
    this.stream = stream;
  }

  /**
   * Begins a file.
   *
   * @param file where it will lie, in an existing folder; what lies there stays until the draft is
   *     complete
   * @return the draft
   * @throws WriteException if no file can be written there
   */
  public static Draft of(Path file) {
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
    Path part = folder.resolve("." + UUID.randomUUID() + ".part");
    try {
      return new Draft(
          file,
          part,
          new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Takes the content; buffered. */
  public OutputStream stream() {
    return stream;
  }

  /**
   * Moves what was written into place.
   *
   * @throws WriteException if that fails; what lay there stays
   */
  public void complete() {
    try {
      stream.close();
      move(part, file);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /**
   * Deletes what was not completed; after {@link #complete()} it does nothing.
   *
   * @throws WriteException if it cannot be deleted
   */
  @Override
  public void close() {
    try {
      try {
        stream.close();
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  static WriteException unwritable(Path file, IOException e) {
    return new WriteException(
        file
            + " cannot be written ("
            + e
            + "). Check permissions and free space in "
            + file.toAbsolutePath().getParent()
            + ".",
        e);
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
