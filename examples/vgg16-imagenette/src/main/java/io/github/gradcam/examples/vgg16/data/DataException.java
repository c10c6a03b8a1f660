package io.github.gradcam.examples.vgg16.data;

/** The photos, or a download, are not what is needed; the message says what to do. */
public final class DataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * An error that is found by looking.
   *
   * @param message what was found, what was expected, what to do
   */
  public DataException(String message) {
    super(message);
  }

  /**
   * An error that something else told of.
   *
   * @param message what was found, what was expected, what to do
   * @param cause why
   */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
