package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.tf.internal.gradient.UnsupportedGradientException;
import io.github.gradcam.tf.internal.gradient.WayBack;
import io.github.gradcam.tf.internal.layer.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Output;

/**
 * Which tensors a pass hands out for some layers, and which bring their gradients.
 *
 * @param layers in the order they were asked for
 * @param gradients by layer; a layer to which nothing leads is missing
 * @param way what a forward pass hands out for the way back
 * @param together how many ways back may go at once
 * @param refused an operation that has no gradient; then there are none
 */
record Wiring(
    List<Address> layers,
    Map<Address, Output<?>> gradients,
    WayBack way,
    Together together,
    @Nullable UnsupportedGradientException refused) {

  /** Adds what is missing to the graph. */
  static Wiring of(Network network, List<Address> layers) {
    synchronized (network.graph()) {
      Map<Address, Output<?>> gradients = new LinkedHashMap<>();
      try {
        for (Address layer : layers) {
          Output<?> tensor = network.tensor(layer.tensor());
          if (Border.isSmooth(tensor.dataType())) {
            Optional<Output<?>> gradient = network.backward().gradient(tensor);
            gradient.ifPresent(output -> gradients.put(layer, output));
          }
        }
        Collection<Output<?>> wanted = new ArrayList<>(gradients.values());
        WayBack way = network.backward().way(wanted);
        return new Wiring(layers, gradients, way, new Together(way), null);
      } catch (UnsupportedGradientException refused) {
        WayBack none = WayBack.none();
        return new Wiring(layers, Map.of(), none, new Together(none), refused);
      }
    }
  }
}
