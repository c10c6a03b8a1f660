package io.github.gradcam.error;

import java.util.Collection;
import java.util.List;

/** A layer name that the model does not have; the message offers the nearest ones. */
public final class UnknownLayerException extends GradCamException {

  private static final long serialVersionUID = 1L;

  private final String layer;
  private final List<String> nearest;

  /**
   * Creates the error.
   *
   * @param layer the name that was asked for
   * @param known every name the model has
   */
  public UnknownLayerException(String layer, Collection<String> known) {
    this(layer, NearestNames.of(layer, known), known.size());
  }

  private UnknownLayerException(String layer, List<String> nearest, int known) {
    super(
        "The model has no layer \""
            + layer
            + "\". "
            + NearestNames.sentence(nearest)
            + " Model.layers() lists all "
            + known
            + ".");
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
