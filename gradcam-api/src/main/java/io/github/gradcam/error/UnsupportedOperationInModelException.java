package io.github.gradcam.error;

/**
 * The model, or the backend for this model, cannot do what was asked; the message names the
 * operation.
 */
public final class UnsupportedOperationInModelException extends GradCamException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message what was found, what was expected, what to do
   */
  public UnsupportedOperationInModelException(String message) {
    super(message);
  }

  /**
   * Creates the error with what lies behind it.
   *
   * @param message what was found, what was expected, what to do
   * @param cause what the engine or the file system said
   */
  public UnsupportedOperationInModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
