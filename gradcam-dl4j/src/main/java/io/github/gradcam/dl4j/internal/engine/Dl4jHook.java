package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.dl4j.internal.plan.Place;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.tensor.Tensor;
import java.util.List;

/**
 * Layers of a network that passes hand out.
 *
 * @param passes what runs them
 * @param wiring the layers, and the way back to them
 */
record Dl4jHook(Passes passes, Wiring wiring) implements LayerHook {

  @Override
  public List<String> layers() {
    return wiring.layers().stream().map(Place::path).toList();
  }

  @Override
  public Capture forward(Tensor batch) {
    return passes.capture(wiring, batch);
  }
}
