package io.github.gradcam.tf.internal.source;

/** A source that cannot be used. The message goes on from its name: {@code is damaged}. */
public final class SourceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SourceException(String message) {
    super(message);
  }

  SourceException(String message, Throwable cause) {
    super(message, cause);
  }
}
