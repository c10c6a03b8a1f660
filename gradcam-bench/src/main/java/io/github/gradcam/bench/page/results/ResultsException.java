package io.github.gradcam.bench.page.results;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Thrown when a file of results is missing or is not what it should be. */
public final class ResultsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ResultsException(Path file, String message, @Nullable Throwable cause) {
    super(file + ": " + message, cause);
  }
}
