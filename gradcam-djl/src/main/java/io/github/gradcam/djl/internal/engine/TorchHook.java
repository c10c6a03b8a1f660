package io.github.gradcam.djl.internal.engine;

import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.tensor.Tensor;
import java.util.List;

/**
 * Layers of a network that passes hand out.
 *
 * @param passes what runs them
 * @param addresses the layers, in the order they were asked for
 */
record TorchHook(Passes passes, List<Address> addresses) implements LayerHook {

  @Override
  public List<String> layers() {
    return addresses.stream().map(Address::text).toList();
  }

  @Override
  public Capture forward(Tensor batch) {
    return Entry.call(() -> passes.capture(addresses, batch));
  }
}
