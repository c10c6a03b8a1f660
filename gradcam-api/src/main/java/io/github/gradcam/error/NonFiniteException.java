package io.github.gradcam.error;

/** NaN or infinity among a layer's activations or gradients: no map can be trusted. */
public final class NonFiniteException extends GradCamException {

  private static final long serialVersionUID = 1L;

  private final String layer;

  /**
   * Creates the error.
   *
   * @param layer the layer whose values are not finite
   * @param message what was found and what to do
   */
  public NonFiniteException(String layer, String message) {
    super(message);
    this.layer = layer;
  }

  /** The layer whose values are not finite. */
  public String layer() {
    return layer;
  }
}
