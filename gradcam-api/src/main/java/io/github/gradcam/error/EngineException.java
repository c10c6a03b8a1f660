package io.github.gradcam.error;

/**
 * The engine below failed while it computed: out of memory, a broken native library, an operator
 * that throws.
 */
public final class EngineException extends GradCamException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message what was found, what was expected, what to do
   */
  public EngineException(String message) {
    super(message);
  }

  /**
   * Creates the error with what lies behind it.
   *
   * @param message what was found, what was expected, what to do
   * @param cause what the engine or the file system said
   */
  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
