package io.github.gradcam.file;

import io.github.gradcam.error.WriteException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Writes a file so that nobody ever sees half of it: as a {@link Draft} that is completed. An
 * existing file is replaced; after a failure it is what it was.
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
    try (Draft draft = Draft.of(file)) {
      content.writeTo(draft.stream());
      draft.complete();
    } catch (IOException e) {
      throw Draft.unwritable(file, e);
    }
  }
}
