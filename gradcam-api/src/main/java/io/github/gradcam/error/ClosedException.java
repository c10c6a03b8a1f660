package io.github.gradcam.error;

/** A model or a capture was used after it had been closed. */
public final class ClosedException extends GradCamException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message what was found, what was expected, what to do
   */
  public ClosedException(String message) {
    super(message);
  }
}
