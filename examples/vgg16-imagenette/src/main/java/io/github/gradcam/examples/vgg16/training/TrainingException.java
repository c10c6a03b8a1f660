package io.github.gradcam.examples.vgg16.training;

/** Training cannot begin or go on; the message says why and what to do. */
public final class TrainingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * An error.
   *
   * @param message what was found, what was expected, what to do
   */
  public TrainingException(String message) {
    super(message);
  }
}
