package io.github.gradcam.cli.photos;

import java.nio.file.Path;
import java.util.Locale;

/** A file's name without what it ends in, and what it ends in. */
public final class FileName {

  private FileName() {}

  /**
   * What a name ends in, in lower case.
   *
   * @param file a path
   * @return such as {@code jpg}; the whole name if it has no dot
   */
  public static String extension(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * A path without what its name ends in.
   *
   * @param file a path
   * @return such as {@code deep/dog} of {@code deep/dog.jpg}; names that begin with their only dot
   *     stay whole
   */
  public static String stem(Path file) {
    String text = file.toString();
    int dot = text.lastIndexOf('.');
    return dot > text.lastIndexOf(file.getFileSystem().getSeparator()) + 1
        ? text.substring(0, dot)
        : text;
  }
}
