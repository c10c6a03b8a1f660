package io.github.gradcam.examples.vgg16.export;

import ai.djl.ndarray.NDManager;
import io.github.gradcam.Models;
import io.github.gradcam.djl.DjlModels;
import io.github.gradcam.examples.vgg16.RunFolder;
import io.github.gradcam.examples.vgg16.network.SafeTensors;
import io.github.gradcam.examples.vgg16.network.Vgg16;
import io.github.gradcam.examples.vgg16.network.Vgg16Block;
import io.github.gradcam.examples.vgg16.network.Weights;
import io.github.gradcam.examples.vgg16.network.WholeNetwork;
import io.github.gradcam.model.Device;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import java.nio.file.Path;

/** Opens the fine-tuned network with one engine or another, each from its own file. */
public final class Engines {

  private static final String PYTORCH = "PyTorch";

  private Engines() {}

  /**
   * Opens the network.
   *
   * @param engine what shall compute it
   * @param run where the files are
   * @param device where it shall run
   * @return the model, which takes {@code [N, 3, 224, 224]} as {@link Vgg16#PREPROCESSING} gives
   *     them and returns logits; the caller closes it
   * @throws io.github.gradcam.examples.vgg16.network.WeightsException if PyTorch's weights cannot
   *     be read, or are not a whole network's
   * @throws io.github.gradcam.error.ModelOpenException if another engine's file is not there or
   *     cannot be opened
   * @throws io.github.gradcam.error.DeviceUnavailableException if the engine sees no such device
   */
  public static Model open(Engine engine, RunFolder run, Device device) {
    ModelOptions options =
        ModelOptions.builder()
            .backend(engine.backend())
            .device(device)
            .inputShape(Vgg16.INPUT)
            .build();
    Path file = file(engine, run);
    return engine == Engine.PYTORCH ? blocks(file, options) : Models.load(file, options);
  }

  /**
   * Where an engine's file is, or a folder that is its.
   *
   * @param engine what computes it
   * @param run where the files are
   */
  public static Path file(Engine engine, RunFolder run) {
    return switch (engine) {
      case PYTORCH -> run.weights();
      case TENSORFLOW -> run.savedModel();
      case DEEPLEARNING4J -> run.archive();
    };
  }

  private static Model blocks(Path file, ModelOptions options) {
    Weights weights = WholeNetwork.of(SafeTensors.read(file));
    // The model holds a copy of its own.
    try (NDManager manager = NDManager.newBaseManager(ai.djl.Device.cpu(), PYTORCH)) {
      return DjlModels.of(Vgg16Block.whole(weights, manager), options);
    }
  }
}
