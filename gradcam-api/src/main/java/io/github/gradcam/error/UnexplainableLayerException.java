package io.github.gradcam.error;

/** A layer that exists but cannot be explained: no spatial axes, or no gradient path to it. */
public final class UnexplainableLayerException extends GradCamException {

  private static final long serialVersionUID = 1L;

  private final String layer;

  /**
   * Creates the error.
   *
   * @param layer the layer
   * @param message why it cannot be explained and what to choose instead
   */
  public UnexplainableLayerException(String layer, String message) {
    super(message);
    this.layer = layer;
  }

  /** The layer that cannot be explained. */
  public String layer() {
    return layer;
  }
}
