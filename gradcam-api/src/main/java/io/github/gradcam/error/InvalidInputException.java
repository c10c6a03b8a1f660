package io.github.gradcam.error;

/**
 * An image, tensor or cotangent that cannot be used: wrong shape, NaN, a file that is no picture.
 */
public final class InvalidInputException extends GradCamException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message what was found, what was expected, what to do
   */
  public InvalidInputException(String message) {
    super(message);
  }

  /**
   * Creates the error with what lies behind it.
   *
   * @param message what was found, what was expected, what to do
   * @param cause what the engine or the file system said
   */
  public InvalidInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
