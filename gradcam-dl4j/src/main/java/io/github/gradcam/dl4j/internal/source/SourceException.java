package io.github.gradcam.dl4j.internal.source;

/** A file that cannot be used. The message goes on from its name: {@code is damaged}. */
public final class SourceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SourceException(String message) {
    super(message);
  }

  SourceException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The first line of what somebody else said, shortened, without what may come after it. */
  static String line(Throwable said) {
    String message = String.valueOf(said.getMessage()).strip();
    String first = message.lines().findFirst().orElse("");
    return Shown.text(first.isEmpty() ? said.getClass().getSimpleName() : first);
  }
}
