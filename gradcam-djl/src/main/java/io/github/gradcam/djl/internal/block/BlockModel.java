package io.github.gradcam.djl.internal.block;

import io.github.gradcam.djl.internal.engine.Entry;
import io.github.gradcam.djl.internal.engine.TorchHook;
import io.github.gradcam.model.Capability;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelInfo;
import io.github.gradcam.model.OutputKind;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A network of blocks.
 *
 * @param passes what runs it
 * @param info where it comes from
 * @param outputKind what it returns
 * @param inputShape the shape of one input, if it is known
 */
record BlockModel(
    BlockPasses passes, ModelInfo info, OutputKind outputKind, Optional<Shape> inputShape)
    implements Model {

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.RESUME);
  }

  @Override
  public List<Layer> layers() {
    return layers(inputShape.orElseGet(passes.inputs()::assumed));
  }

  @Override
  public List<Layer> layers(Shape input) {
    return passes.lifetime().during(() -> Entry.call(() -> passes.layers(input)));
  }

  @Override
  public Tensor forward(Tensor batch) {
    return passes.lifetime().during(() -> Entry.call(() -> passes.output(batch)));
  }

  @Override
  public LayerHook hook(List<String> layers) {
    passes.lifetime().check();
    return TorchHook.of(passes, layers, passes.plan().places()::require);
  }

  @Override
  public void close() {
    passes.lifetime().close();
  }
}
