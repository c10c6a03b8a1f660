package io.github.gradcam.error;

/** The device that was asked for is not present; the message lists those that are. */
public final class DeviceUnavailableException extends GradCamException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the error.
   *
   * @param message what was found, what was expected, what to do
   */
  public DeviceUnavailableException(String message) {
    super(message);
  }
}
