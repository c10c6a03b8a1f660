package io.github.gradcam.tf.internal.engine;

/**
 * A network that the engine does not take. The message goes on from the name of its source: {@code
 * cannot be loaded}.
 */
public final class LoadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LoadException(String message) {
    super(message);
  }

  LoadException(String message, Throwable cause) {
    super(message, cause);
  }
}
