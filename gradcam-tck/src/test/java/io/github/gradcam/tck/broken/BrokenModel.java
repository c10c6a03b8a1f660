package io.github.gradcam.tck.broken;

import io.github.gradcam.model.Capability;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelInfo;
import io.github.gradcam.model.OutputKind;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Set;

/** A model that does what a right one does, until a mistake overrides a method. */
class BrokenModel implements Model {

  final Model right;

  BrokenModel(Model right) {
    this.right = right;
  }

  @Override
  public ModelInfo info() {
    return right.info();
  }

  @Override
  public OutputKind outputKind() {
    return right.outputKind();
  }

  @Override
  public Set<Capability> capabilities() {
    return right.capabilities();
  }

  @Override
  public List<Layer> layers() {
    return right.layers();
  }

  @Override
  public List<Layer> layers(Shape input) {
    return right.layers(input);
  }

  @Override
  public Tensor forward(Tensor batch) {
    return right.forward(batch);
  }

  @Override
  public LayerHook hook(List<String> layers) {
    LayerHook hook = right.hook(layers);
    return new LayerHook() {
      @Override
      public List<String> layers() {
        return hook.layers();
      }

      @Override
      public Capture forward(Tensor batch) {
        return capture(hook, batch);
      }
    };
  }

  /** A hooked pass. */
  Capture capture(LayerHook hook, Tensor batch) {
    return hook.forward(batch);
  }

  @Override
  public void close() {
    right.close();
  }
}
