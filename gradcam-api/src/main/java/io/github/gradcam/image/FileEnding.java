package io.github.gradcam.image;

import io.github.gradcam.error.WriteException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The endings of a file's name that say how a picture is written. */
enum FileEnding {
  PNG,
  JPG,
  JPEG,
  SVG;

  static final List<FileEnding> PICTURES = List.of(PNG, JPG, JPEG);
  static final List<FileEnding> FIGURES = List.of(PNG, JPG, JPEG, SVG);

  static FileEnding of(Path file, List<FileEnding> known) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(ending -> name.endsWith(ending.text()))
        .findFirst()
        .orElseThrow(
            () ->
                new WriteException(
                    file
                        + " cannot be written: the ending of its name says how, and is none of "
                        + known.stream().map(FileEnding::text).collect(Collectors.joining(", "))
                        + ". Choose one of these."));
  }

  private String text() {
    return "." + name().toLowerCase(Locale.ROOT);
  }
}
