package io.github.gradcam.error;

/** A target that the model's output does not have: a class out of range, a label nobody gave. */
public final class InvalidTargetException extends GradCamException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message what was found, what was expected, what to do
   */
  public InvalidTargetException(String message) {
    super(message);
  }
}
