package io.github.gradcam.examples.vgg16.network;

/** A file of weights is not what VGG16 needs; the message says what was found and expected. */
public final class WeightsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * An error of a file that can be read.
   *
   * @param message what was found, what was expected, what to do
   */
  public WeightsException(String message) {
    super(message);
  }

  /**
   * An error of a file that cannot be read.
   *
   * @param message what was found, what was expected, what to do
   * @param cause why
   */
  public WeightsException(String message, Throwable cause) {
    super(message, cause);
  }
}
