package io.github.gradcam.model;

import io.github.gradcam.tensor.Tensor;
import java.util.List;

/**
 * Layers of a model whose activations and gradients are wanted.
 *
 * <p>May be shared by any number of threads: what a pass captures lives in its {@link Capture},
 * never in the model.
 */
public interface LayerHook {

  /** The paths of the layers, in the order they were asked for. */
  List<String> layers();

  /**
   * One forward pass.
   *
   * @param batch {@code [N, C, H, W]}
   * @return what was captured; the caller closes it
   * @throws io.github.gradcam.error.InvalidInputException if the network cannot take the batch, it
   *     is empty, or it holds NaN or infinity
   * @throws io.github.gradcam.error.UnexplainableLayerException if this pass never reached a layer
   * @throws io.github.gradcam.error.ClosedException if the model has been closed
   */
  Capture forward(Tensor batch);
}
