package io.github.gradcam.examples.vgg16;

import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.data.Imagenette;
import io.github.gradcam.examples.vgg16.data.OfficialDownload;
import io.github.gradcam.examples.vgg16.network.KerasWeights;
import io.github.gradcam.examples.vgg16.network.Weights;
import io.github.gradcam.examples.vgg16.training.FineTuning;
import io.github.gradcam.examples.vgg16.training.Settings;
import io.github.gradcam.model.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The steps, and what they share. */
final class Study {

  private final RunFolder folder;
  private final DataArguments arguments;
  private final Settings settings;
  private final String layer;
  private final List<Path> photos;
  private final Console console;

  Study(
      RunFolder folder,
      DataArguments arguments,
      Settings settings,
      String layer,
      List<Path> photos,
      Console console) {
    this.folder = folder;
    this.arguments = arguments;
    this.settings = settings;
    this.layer = layer;
    this.photos = photos;
    this.console = console;
  }

  /**
   * Makes a step.
   *
   * @param step not {@link Step#ALL}
   */
  void run(Step step) {
    try {
      Files.createDirectories(folder.root());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make " + folder.root(), e);
    }
    String name = step.name().toLowerCase(Locale.ROOT);
    console.say("== %s", name);
    long began = System.nanoTime();
    switch (step) {
      case PREPARE -> fineTuning(imagenette()).prepare();
      case TRAIN -> train();
      case EVALUATE -> new Evaluating(fineTuned(), folder, console).run(imagenette().test());
      case EXPLAIN -> explain();
      case ALL -> throw new IllegalArgumentException("All steps are made one by one.");
    }
    console.say("%s took %s.", name, told(Duration.ofNanos(System.nanoTime() - began)));
  }

  private void train() {
    FineTuning tuning = fineTuning(imagenette());
    new Training(folder, settings, console).run(tuning);
  }

  private void explain() {
    Explaining explaining = new Explaining(fineTuned(), folder, arguments.seed, console);
    if (photos.isEmpty()) {
      explaining.run(imagenette().test());
    } else {
      explaining.own(photos);
    }
  }

  private FineTuned fineTuned() {
    return new FineTuned(folder, layer, settings.device().isGpu() ? Device.gpu(0) : Device.cpu());
  }

  private FineTuning fineTuning(Imagenette imagenette) {
    return new FineTuning(
        imagenet(),
        imagenette.training(),
        imagenette.validation(),
        settings,
        folder.features(),
        folder.training(),
        console);
  }

  private Imagenette imagenette() {
    OptionalInt limit =
        arguments.limit == null ? OptionalInt.empty() : OptionalInt.of(arguments.limit);
    Imagenette imagenette =
        Imagenette.open(data(), limit, arguments.seed).readable(folder.brokenPhotos(), console);
    console.say(
        "Photos: %,d for training, %,d for validation, %,d for the test.",
        imagenette.training().size(), imagenette.validation().size(), imagenette.test().size());
    return imagenette;
  }

  private Path data() {
    return arguments.data == null
        ? OfficialDownload.imagenette(folder.downloads(), console)
        : arguments.data;
  }

  private Weights imagenet() {
    return KerasWeights.read(
        arguments.weights == null
            ? OfficialDownload.WEIGHTS.fetch(folder.downloads(), console)
            : arguments.weights);
  }

  private static String told(Duration time) {
    return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
