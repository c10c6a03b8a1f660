package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.tf.internal.layer.Address;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Output;

/** Runs the way back. */
final class Backwards {

  private Backwards() {}

  /**
   * The gradients, by layer, in the wiring's order.
   *
   * @param passes the passes
   * @param fed the cotangent and what was kept; stays the caller's
   * @param wiring the layers
   */
  static Map<String, Tensor> run(
      Passes passes, Map<Output<?>, org.tensorflow.Tensor> fed, Wiring wiring) {
    Fetched found;
    try {
      found = Fetched.run(passes.network().runner(), fed, wiring.gradients().values());
    } catch (OutOfMemoryError full) {
      throw EngineErrors.ofMemory(full);
    } catch (RuntimeException failed) {
      throw EngineErrors.ofBackward(failed);
    }
    try {
      Map<String, Tensor> gradients = new LinkedHashMap<>();
      for (Address layer : wiring.layers()) {
        Output<?> gradient = Objects.requireNonNull(wiring.gradients().get(layer));
        gradients.put(layer.text(), passes.read(found, layer.tensor(), gradient));
      }
      return Collections.unmodifiableMap(gradients);
    } finally {
      found.close();
    }
  }
}
