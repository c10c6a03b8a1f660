package io.github.gradcam.tf.internal.gradient;

import java.util.Map;
import org.tensorflow.Output;

/**
 * What it takes to go back to some tensors.
 *
 * @param kept by the tensor to fetch when the model runs, the placeholder to feed with it on the
 *     way back, beside the cotangent
 * @param itemwise whether, as far as the graph tells, each image of a batch goes its way by itself,
 *     so that several ways back may be one for as many times the images
 * @param weights how many bytes of weights are read on the way, as far as their sizes are known
 */
public record WayBack(Map<Output<?>, Output<?>> kept, boolean itemwise, long weights) {

  /** A way to nowhere. */
  public static WayBack none() {
    return new WayBack(Map.of(), false, 0);
  }

  /** Whether what is kept for a way back are the lengths of a tensor's axes, not its values. */
  public static boolean isShape(Output<?> kept) {
    return Itemwise.isShape(kept);
  }
}
