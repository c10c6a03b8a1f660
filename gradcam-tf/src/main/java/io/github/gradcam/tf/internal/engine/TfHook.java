package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.tf.internal.layer.Address;
import java.util.List;

/**
 * Layers of a network that passes hand out.
 *
 * @param passes what runs them
 * @param wiring the layers, and the way back to them
 */
record TfHook(Passes passes, Wiring wiring) implements LayerHook {

  @Override
  public List<String> layers() {
    return wiring.layers().stream().map(Address::text).toList();
  }

  @Override
  public Capture forward(Tensor batch) {
    return passes.capture(wiring, batch);
  }
}
