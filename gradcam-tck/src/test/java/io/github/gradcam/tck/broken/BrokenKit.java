package io.github.gradcam.tck.broken;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tck.ConformanceFixture;
import io.github.gradcam.tck.FixtureNetwork;
import io.github.gradcam.tck.ModelConformanceKit;
import io.github.gradcam.tck.plain.PlainFixture;
import io.github.gradcam.tensor.Tensor;

/** The kit for a backend that is right but for what a subclass overrides. */
abstract class BrokenKit extends ModelConformanceKit {

  @Override
  protected ConformanceFixture fixture() {
    return new PlainFixture() {
      @Override
      public Model open(FixtureNetwork network, ModelOptions options) {
        return broken(super.open(network, options));
      }
    };
  }

  /** The model with the mistake; by default its captures have one. */
  Model broken(Model right) {
    return new BrokenModel(right) {
      @Override
      Capture capture(LayerHook hook, Tensor batch) {
        return broken(hook.forward(batch));
      }
    };
  }

  /** The capture with the mistake. */
  Capture broken(Capture right) {
    return right;
  }
}
