package io.github.gradcam.djl.internal.engine;

import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.spi.Requests;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.function.Function;

/**
 * Layers of a network that passes hand out.
 *
 * @param passes what runs them
 * @param addresses the layers, in the order they were asked for
 */
public record TorchHook(Passing passes, List<Address> addresses) implements LayerHook {

  /**
   * The hook for layers by name.
   *
   * @param passes what runs them
   * @param layers their names
   * @param find looks a layer up, or fails
   */
  public static TorchHook of(Passing passes, List<String> layers, Function<String, Address> find) {
    Requests.layers(layers);
    return new TorchHook(passes, layers.stream().map(find).toList());
  }

  @Override
  public List<String> layers() {
    return addresses.stream().map(Address::text).toList();
  }

  @Override
  public Capture forward(Tensor batch) {
    return Entry.call(() -> passes.capture(addresses, batch));
  }
}
