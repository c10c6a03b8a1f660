package io.github.gradcam.examples.vgg16.evaluation;

/** Scores of a network that cannot be evaluated; the message says what was found and expected. */
public final class PredictionsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * An error of scores.
   *
   * @param message what was found, what was expected, what to do
   */
  public PredictionsException(String message) {
    super(message);
  }

  /**
   * An error of a file that cannot be read.
   *
   * @param message what was found, what was expected, what to do
   * @param cause why
   */
  public PredictionsException(String message, Throwable cause) {
    super(message, cause);
  }
}
