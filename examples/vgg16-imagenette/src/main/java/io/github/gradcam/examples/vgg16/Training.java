package io.github.gradcam.examples.vgg16;

import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.data.ImagenetteClass;
import io.github.gradcam.examples.vgg16.export.DeeplearningArchive;
import io.github.gradcam.examples.vgg16.export.SavedModelFolder;
import io.github.gradcam.examples.vgg16.network.SafeTensors;
import io.github.gradcam.examples.vgg16.network.Vgg16;
import io.github.gradcam.examples.vgg16.network.Weights;
import io.github.gradcam.examples.vgg16.training.FineTuning;
import io.github.gradcam.examples.vgg16.training.Finished;
import io.github.gradcam.examples.vgg16.training.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The step that fine-tunes the network and saves it for three engines. */
final class Training {

  private final RunFolder folder;
  private final Settings settings;
  private final Console console;

  Training(RunFolder folder, Settings settings, Console console) {
    this.folder = folder;
    this.settings = settings;
    this.console = console;
  }

  void run(FineTuning tuning) {
    Optional<TrainedNetwork> before =
        TrainedNetwork.read(folder.outcome()).filter(known -> known.key().equals(tuning.key()));
    if (before.isPresent() && Files.exists(folder.weights())) {
      console.say("This network is trained already: %s.", folder.weights());
      say(before.get());
      export(SafeTensors.read(folder.weights()));
      return;
    }
    Finished finished = tuning.train();
    // The outcome goes first and comes last: where there is one, all three files are of its
    // network.
    forget();
    SafeTensors.write(finished.weights(), metadata(), folder.weights());
    TrainedNetwork trained = new TrainedNetwork(tuning.key(), settings.told(), finished.outcome());
    say(trained);
    export(finished.weights());
    trained.write(folder.outcome());
  }

  private void forget() {
    try {
      Files.deleteIfExists(folder.outcome());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + folder.outcome(), e);
    }
  }

  private void export(Weights weights) {
    DeeplearningArchive.write(weights, folder.archive());
    SavedModelFolder.write(weights, folder.savedModel());
    console.say("Saved: %s, %s, %s.", folder.weights(), folder.archive(), folder.savedModel());
  }

  private void say(TrainedNetwork trained) {
    console.say(
        "Training accuracy %s, validation accuracy %s.",
        trained.outcome().training(), trained.outcome().validation());
  }

  private static Map<String, String> metadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("network", "VGG16, global average pooling, unit length, linear");
    metadata.put("classes", String.join(", ", ImagenetteClass.labels()));
    metadata.put("preprocessing", Vgg16.PREPROCESSING.toString());
    metadata.put(
        "source",
        "VGG16, Visual Geometry Group, University of Oxford, CC BY 4.0, fine-tuned on Imagenette"
            + " (ImageNet's terms: research and education)");
    return metadata;
  }
}
