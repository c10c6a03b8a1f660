package io.github.gradcam.examples.vgg16;

import io.github.gradcam.examples.vgg16.export.Engine;
import io.github.gradcam.examples.vgg16.export.Engines;
import io.github.gradcam.model.Device;
import io.github.gradcam.model.Model;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The network that was trained, for those who look at it.
 *
 * @param folder where it is
 * @param layer what is explained, as Keras names it
 * @param device where PyTorch computes; the other engines compute on the CPU
 */
record FineTuned(RunFolder folder, String layer, Device device) {

  /**
   * What is known of it.
   *
   * @throws StudyException if nothing was trained
   */
  TrainedNetwork known() {
    return TrainedNetwork.read(folder.outcome())
        .filter(known -> Files.exists(folder.weights()))
        .orElseThrow(
            () ->
                new StudyException(
                    "There is no fine-tuned network in "
                        + folder.root()
                        + ". Run the step train first, or name another folder with --out."));
  }

  /**
   * Opens it.
   *
   * @param engine with what
   * @return the model; the caller closes it
   * @throws StudyException if its file is gone
   */
  Model open(Engine engine) {
    Path file = Engines.file(engine, folder);
    if (!Files.exists(file)) {
      throw new StudyException(
          "There is no " + file + ". Run the step train: what is trained already is saved again.");
    }
    return Engines.open(engine, folder, engine == Engine.PYTORCH ? device : Device.cpu());
  }
}
