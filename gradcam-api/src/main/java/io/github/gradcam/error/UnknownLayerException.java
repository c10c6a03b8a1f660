package io.github.gradcam.error;

import java.util.Collection;
import java.util.List;

/** A layer name that the model, or the hook, does not have; the message offers the nearest ones. */
public final class UnknownLayerException extends GradCamException {

  private static final long serialVersionUID = 1L;

  private final String layer;
  private final List<String> nearest;

  /**
   * Creates the error.
   *
   * @param layer the name that was asked for
   * @param known every name that would have been right
   */
  public UnknownLayerException(String layer, Collection<String> known) {
    this(layer, NearestNames.of(layer, known));
  }

  private UnknownLayerException(String layer, List<String> nearest) {
    super("There is no layer \"" + layer + "\" here. " + NearestNames.sentence(nearest));
    this.layer = layer;
    this.nearest = nearest;
  }

  /** The name that was asked for. */
  public String layer() {
    return layer;
  }

  /** The nearest names that exist, best first; may be empty. */
  public List<String> nearest() {
    return List.copyOf(nearest);
  }
}
