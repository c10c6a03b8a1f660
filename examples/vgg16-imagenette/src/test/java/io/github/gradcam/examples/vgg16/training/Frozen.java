package io.github.gradcam.examples.vgg16.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.ParameterStore;
import io.github.gradcam.examples.vgg16.network.Vgg16Block;
import io.github.gradcam.examples.vgg16.network.Weights;

/** The first four blocks, computed directly, with nothing kept. */
final class Frozen implements AutoCloseable {

  private final NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
  private final Vgg16Block blocks;

  Frozen(Weights weights) {
    blocks = Vgg16Block.part(weights, 1, 4, Vgg16Block.Output.MAPS, manager);
  }

  Inputs maps(Inputs photos) {
    NDArray maps =
        blocks
            .forward(new ParameterStore(manager, false), new NDList(photos.on(manager)), false)
            .singletonOrThrow();
    return new Inputs(maps.toByteBuffer(), maps.getShape(), DataType.FLOAT32);
  }

  @Override
  public void close() {
    manager.close();
  }
}
