package io.github.gradcam.examples.vgg16.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.console.Progress;
import io.github.gradcam.examples.vgg16.data.Ahead;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.examples.vgg16.network.Vgg16;
import io.github.gradcam.examples.vgg16.network.Vgg16Block;
import io.github.gradcam.examples.vgg16.network.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs every photo through the frozen blocks, once, and keeps what they give: training on a CPU
 * then costs only what is trained.
 */
final class FrozenFeatures {

  /** How many photos the engine takes at once. */
  private static final int BATCH = 16;

  private final Path folder;
  private final Weights weights;
  private final int frozenBlocks;
  private final List<PhotoFile> photos;

  /**
   * Features that may be there or not.
   *
   * @param folder where all features are
   * @param weights of the frozen blocks
   * @param frozenBlocks how many
   * @param photos whose features
   */
  FrozenFeatures(Path folder, Weights weights, int frozenBlocks, List<PhotoFile> photos) {
    this.folder = folder;
    this.weights = weights;
    this.frozenBlocks = frozenBlocks;
    this.photos = photos;
  }

  /**
   * Computes what is not there yet.
   *
   * @param mirrored whether the photos are mirrored first
   * @param console is told how far it is
   * @return all
   */
  FeatureStore prepare(boolean mirrored, Console console) {
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
      Vgg16Block frozen =
          Vgg16Block.part(weights, 1, frozenBlocks, Vgg16Block.Output.MAPS, manager);
      frozen.freezeParameters(true);
      FeatureStore store = store(mirrored, frozen);
      View view = mirrored ? View.MIRRORED : View.WHOLE;
      int[] missing = IntStream.range(0, store.files()).filter(file -> !store.has(file)).toArray();
      if (missing.length == 0) {
        return store;
      }
      String task = "Blocks 1 to " + frozenBlocks + (mirrored ? ", mirrored photos" : ", photos");
      try (Progress progress = console.progress(task, "photos", photos.size())) {
        progress.resume(photos.size() - left(store, missing));
        for (int file : missing) {
          store.write(file, compute(store, file, view, frozen, manager, progress));
        }
      }
      return store;
    }
  }

  private FeatureStore store(boolean mirrored, Vgg16Block frozen) {
    Shape maps =
        frozen
            .getOutputShapes(
                new Shape[] {new Shape(1, 3, Vgg16.INPUT.length(1), Vgg16.INPUT.length(2))})[0]
            .slice(1);
    return new FeatureStore(folder.resolve(name(mirrored)), maps, photos.size());
  }

  private ByteBuffer compute(
      FeatureStore store,
      int file,
      View view,
      Vgg16Block frozen,
      NDManager manager,
      Progress progress) {
    int first = store.first(file);
    int count = store.end(file) - first;
    PhotoSamples samples = new PhotoSamples(photos);
    ByteBuffer features =
        ByteBuffer.allocateDirect(count * store.bytes()).order(ByteOrder.nativeOrder());
    int batches = (count + BATCH - 1) / BATCH;
    try (Ahead<Inputs> decoded =
        new Ahead<>(
            batches,
            2,
            batch -> {
              int from = first + batch * BATCH;
              int to = Math.min(first + count, from + BATCH);
              return samples.seen(IntStream.range(from, to).toArray(), () -> view);
            })) {
      while (decoded.hasNext()) {
        Inputs inputs = decoded.next();
        try (NDManager pass = manager.newSubManager()) {
          NDArray batch = inputs.on(pass);
          NDArray maps =
              frozen
                  .forward(new ParameterStore(pass, false), new NDList(batch), false)
                  .singletonOrThrow()
                  .toType(DataType.FLOAT16, false);
          features.put(maps.toByteBuffer());
        }
        progress.advance(inputs.shape().get(0));
      }
    }
    return features.flip();
  }

  /** All that the features depend on: the weights, the photos, how they are prepared. */
  private String name(boolean mirrored) {
    Digest digest = new Digest().with(Vgg16.PREPROCESSING).with(mirrored);
    for (int block = 1; block <= frozenBlocks; block++) {
      for (String layer : Vgg16.convolutions(block)) {
        digest.with(weights.weight(layer)).with(weights.bias(layer));
      }
    }
    for (PhotoFile photo : photos) {
      digest.with(photo.name()).with(photo.bytes());
    }
    return "block" + frozenBlocks + "-" + digest.text();
  }

  private static int left(FeatureStore store, int[] missing) {
    return IntStream.of(missing).map(file -> store.end(file) - store.first(file)).sum();
  }
}
