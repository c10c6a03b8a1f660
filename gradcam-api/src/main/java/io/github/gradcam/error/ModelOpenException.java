package io.github.gradcam.error;

/** A model file that cannot be opened; the message says what it is and what to do instead. */
public final class ModelOpenException extends GradCamException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message what was found, what was expected, what to do
   */
  public ModelOpenException(String message) {
    super(message);
  }

  /**
   * Creates the error with what lies behind it.
   *
   * @param message what was found, what was expected, what to do
   * @param cause what the engine or the file system said
   */
  public ModelOpenException(String message, Throwable cause) {
    super(message, cause);
  }
}
