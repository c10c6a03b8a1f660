package io.github.gradcam.cli.setup;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.image.Preprocessing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What lies beside a model file, or in a model that is a folder.
 *
 * @param model the file or folder
 */
record Beside(Path model) {

  private static final String CONFIG = "config.json";
  private static final List<String> PROCESSORS = List.of("preprocessor_config.json", CONFIG);
  private static final List<String> LABELS =
      List.of("labels.txt", "classes.txt", "imagenet_classes.txt", "imagenet_class_index.json");

  /** Something read, and the file it stood in. */
  record Found<T>(T value, Path file) {}

  /** How photos are prepared, from the first file that says so. */
  Optional<Found<Preprocessing>> preprocessing() {
    return existing(PROCESSORS.stream())
        .flatMap(file -> followed(file, "--preprocess", () -> preprocessing(file)).stream())
        .findFirst();
  }

  /** The classes' names, from a file of labels or else from the configuration. */
  Optional<Found<List<String>>> labels() {
    return existing(Stream.concat(Stream.of(own()), LABELS.stream()))
        .flatMap(file -> followed(file, "--labels", () -> Optional.of(Labels.read(file))).stream())
        .findFirst()
        .or(this::configured);
  }

  private Optional<Found<List<String>>> configured() {
    return existing(Stream.of(CONFIG))
        .flatMap(file -> followed(file, "--labels", () -> configured(file)).stream())
        .findFirst();
  }

  private static Optional<Preprocessing> preprocessing(Path file) {
    ProcessorFile processor = ProcessorFile.read(file);
    return processor.speaksOfPhotos() ? Optional.of(processor.preprocessing()) : Optional.empty();
  }

  private static Optional<List<String>> configured(Path file) {
    return Labels.inConfig(new Settings(file, UntrustedJson.object(file)));
  }

  /** Nobody named the file, so an error in it tells why it was read and how to do without. */
  private static <T> Optional<Found<T>> followed(
      Path file, String option, Supplier<Optional<T>> reading) {
    try {
      return reading.get().map(value -> new Found<>(value, file));
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          e.getMessage()
              + " It was read because it lies beside the model; "
              + option
              + " wins over it.",
          e);
    }
  }

  private Stream<Path> existing(Stream<String> names) {
    return names
        .map(name -> Files.isDirectory(model) ? model.resolve(name) : model.resolveSibling(name))
        .filter(Files::isRegularFile);
  }

  /**
   * {@code resnet50.labels.txt} for {@code resnet50.pt}: it wins where a folder has many models.
   */
  private String own() {
    Path name = model.getFileName();
    return (name == null ? "" : name.toString().replaceFirst("\\.[^.]*$", "")) + ".labels.txt";
  }
}
