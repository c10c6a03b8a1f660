package io.github.gradcam.djl.internal.engine;

import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.model.Device;
import io.github.gradcam.model.Execution;
import io.github.gradcam.model.Layer;
import io.github.gradcam.tensor.Tensor;
import java.util.List;

/**
 * Decides whether a simpler program may take the place of the network's first part.
 *
 * @param heads the programs
 * @param execution what the user wants
 * @param device where the network runs
 */
record Shortcut(Heads heads, Execution execution, Device device) {

  private static final int IMAGE_RANK = 4;

  Heads.Choice of(List<Address> layers, Tensor batch) {
    if (execution == Execution.AS_WRITTEN) {
      return Heads.Choice.none("the network's own operations, as asked for");
    } else if (device.kind() != Device.Kind.CPU) {
      return Heads.Choice.none("the simpler program runs on processors only");
    } else if (layers.size() > 1) {
      return Heads.Choice.none("several layers are captured in one pass");
    } else if (batch.shape().rank() != IMAGE_RANK) {
      return Heads.Choice.none("the input is no batch of images");
    } else if (layers.get(0).text().equals(Layer.INPUT)) {
      return Heads.Choice.none("nothing lies before the input");
    }
    return heads.of(layers.get(0));
  }
}
