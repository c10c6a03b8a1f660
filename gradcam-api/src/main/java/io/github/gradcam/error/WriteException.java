package io.github.gradcam.error;

/**
 * A file that could not be written: no such folder, no permission, no room, no format by that
 * ending. Nothing is left behind.
 */
public final class WriteException extends GradCamException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message what was found, what was expected, what to do
   */
  public WriteException(String message) {
    super(message);
  }

  /**
   * Creates the error with what lies behind it.
   *
   * @param message what was found, what was expected, what to do
   * @param cause what the file system said
   */
  public WriteException(String message, Throwable cause) {
    super(message, cause);
  }
}
