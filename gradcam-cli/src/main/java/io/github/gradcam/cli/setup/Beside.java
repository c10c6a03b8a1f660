package io.github.gradcam.cli.setup;

import io.github.gradcam.image.Preprocessing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        .map(ProcessorFile::read)
        .filter(ProcessorFile::speaksOfPhotos)
        .map(file -> new Found<>(file.preprocessing(), file.settings().file()))
        .findFirst();
  }

  /** The classes' names, from a file of labels or else from the configuration. */
  Optional<Found<List<String>>> labels() {
    return existing(Stream.concat(Stream.of(own()), LABELS.stream()))
        .map(file -> new Found<>(Labels.read(file), file))
        .findFirst()
        .or(this::configured);
  }

  private Optional<Found<List<String>>> configured() {
    return existing(Stream.of(CONFIG))
        .flatMap(
            file ->
                Labels.inConfig(new Settings(file, UntrustedJson.object(file))).stream()
                    .map(labels -> new Found<>(labels, file)))
        .findFirst();
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
