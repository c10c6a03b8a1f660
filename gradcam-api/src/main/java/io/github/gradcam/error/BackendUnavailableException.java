package io.github.gradcam.error;

/** No backend on the class path can serve the request, or several can and none was named. */
public final class BackendUnavailableException extends GradCamException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message what was found, what was expected, what to do
   */
  public BackendUnavailableException(String message) {
    super(message);
  }

  /**
   * Creates the error with what lies behind it.
   *
   * @param message what was found, what was expected, what to do
   * @param cause what the class path said
   */
  public BackendUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
