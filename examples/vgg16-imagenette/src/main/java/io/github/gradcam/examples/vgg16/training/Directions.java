package io.github.gradcam.examples.vgg16.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import io.github.gradcam.examples.vgg16.console.Progress;
import io.github.gradcam.examples.vgg16.data.Ahead;
import io.github.gradcam.examples.vgg16.network.DjlTensors;
import io.github.gradcam.examples.vgg16.network.Vgg16;
import io.github.gradcam.examples.vgg16.network.Vgg16Block;
import io.github.gradcam.examples.vgg16.network.Weights;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What ImageNet's VGG16 gives before its classes: a direction for each photo. */
final class Directions {

  private static final int BATCH = 64;

  private Directions() {}

  /**
   * Runs photos through the convolutions.
   *
   * @param samples what goes in
   * @param photos the indices of the photos
   * @param firstBlock the block that takes what goes in
   * @param weights of all blocks from that one on
   * @param device where it is computed
   * @param progress is told of each photo
   * @return {@code [N, channels]}, each of length 1
   */
  static Tensor of(
      Samples samples,
      int[] photos,
      int firstBlock,
      Weights weights,
      Device device,
      Progress progress) {
    int batches = (photos.length + BATCH - 1) / BATCH;
    List<Tensor> directions = new ArrayList<>();
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(device);
        Ahead<Inputs> inputs =
            new Ahead<>(
                batches,
                2,
                batch ->
                    samples.plain(
                        Arrays.copyOfRange(
                            photos,
                            batch * BATCH,
                            Math.min(photos.length, (batch + 1) * BATCH))))) {
      Vgg16Block blocks =
          Vgg16Block.part(weights, firstBlock, Vgg16.BLOCKS, Vgg16Block.Output.DIRECTIONS, manager);
      blocks.freezeParameters(true);
      while (inputs.hasNext()) {
        try (NDManager pass = manager.newSubManager()) {
          Tensor batch =
              DjlTensors.out(
                  blocks
                      .forward(
                          new ParameterStore(pass, false),
                          new NDList(inputs.next().on(pass)),
                          false)
                      .singletonOrThrow());
          directions.add(batch);
          progress.advance(batch.shape().length(0));
        }
      }
    }
    return joined(directions, photos.length);
  }

  private static Tensor joined(List<Tensor> batches, int photos) {
    return Tensor.written(
        Shape.of(photos, batches.get(0).shape().length(1)),
        all -> {
          int at = 0;
          for (Tensor batch : batches) {
            batch.toBuffer().get(all, at, batch.shape().size());
            at += batch.shape().size();
          }
        });
  }
}
