package io.github.gradcam.cli.setup;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.NearestNames;
import io.github.gradcam.image.Preprocessing;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a person said of the model and of how photos become its input.
 *
 * <p>What is said wins. What is not is looked for beside the model, and what is not found there is
 * assumed; {@link Setup#assumptions()} tells.
 *
 * @param model the model's file or folder; without one, the model that comes with the command line
 * @param preprocess a preset's name, or a {@code preprocessor_config.json}
 * @param size the side of a square input, whatever the preprocessing says
 * @param labels a file with the classes' names
 */
public record SetupRequest(
    Optional<Path> model, Optional<String> preprocess, OptionalInt size, Optional<Path> labels) {

  /**
   * Finds what is missing.
   *
   * @return what the model is to be used with
   * @throws InvalidInputException if a file cannot be used, a preset does not exist, or the size is
   *     no size
   */
  public Setup resolve() {
    List<String> assumptions = new ArrayList<>();
    if (model.isEmpty()) {
      assumptions.add(
          "No model was named: the one that comes with gradcam was taken, which knows "
              + EmbeddedModel.labels().size()
              + " classes; say --model for another.");
    }
    Preprocessing preprocessing = preprocessing(assumptions);
    Preprocessing sized =
        size.isPresent() ? preprocessing.withSize(size.getAsInt(), size.getAsInt()) : preprocessing;
    return new Setup(sized, labels(assumptions), assumptions);
  }

  private Preprocessing preprocessing(List<String> assumptions) {
    if (preprocess.isPresent()) {
      return said(preprocess.get());
    }
    if (model.isEmpty()) {
      return EmbeddedModel.preprocessing();
    }
    Optional<Beside.Found<Preprocessing>> found = new Beside(model.get()).preprocessing();
    found.ifPresentOrElse(
        beside ->
            assumptions.add(
                "How photos are prepared was read from \""
                    + beside.file()
                    + "\" ("
                    + beside.value().name()
                    + ")."),
        () ->
            assumptions.add(
                "Nothing says how photos are prepared for "
                    + model.get().getFileName()
                    + ": torchvision's preset was assumed; say --preprocess if it is another."));
    return found.map(Beside.Found::value).orElseGet(Preprocessing::torchvision);
  }

  private static Preprocessing said(String presetOrFile) {
    List<String> presets = Preprocessing.presets().stream().map(Preprocessing::name).toList();
    if (presets.contains(presetOrFile)) {
      return Preprocessing.named(presetOrFile);
    }
    Path file = path(presetOrFile);
    if (!Files.exists(file)) {
      throw new InvalidInputException(
          "\""
              + presetOrFile
              + "\" is neither a preset nor a file: there is no such file in "
              + file.toAbsolutePath().getParent()
              + ". "
              + NearestNames.sentence(NearestNames.of(presetOrFile, presets)));
    }
    return ProcessorFile.read(file).preprocessing();
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new InvalidInputException(
          "\"" + name + "\" is neither a preset nor a name that a file can have.", e);
    }
  }

  private List<String> labels(List<String> assumptions) {
    if (labels.isPresent()) {
      return Labels.read(labels.get());
    }
    if (model.isEmpty()) {
      return EmbeddedModel.labels();
    }
    Optional<Beside.Found<List<String>>> found = new Beside(model.get()).labels();
    found.ifPresentOrElse(
        beside ->
            assumptions.add(
                "The names of "
                    + beside.value().size()
                    + " classes were read from \""
                    + beside.file()
                    + "\"."),
        () ->
            assumptions.add(
                "Nothing names the classes of "
                    + model.get().getFileName()
                    + ": they are called by their numbers; say --labels."));
    return found.map(Beside.Found::value).orElseGet(List::of);
  }
}
