package io.github.gradcam.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said of photos and classes. */
final class PhotoArguments {

  /** More pixels than a picture in Java can have. */
  private static final long MOST_MEGAPIXELS = 1 << 16;

  @Option(
      names = "--preprocess",
      paramLabel = "PRESET|FILE",
      description = {
        "How photos become the network's input: torchvision, keras-caffe, keras-tf, ... or a Hugging"
            + " Face preprocessor_config.json (default: what lies beside the model, or torchvision)."
      })
  private @Nullable String preprocess;

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "The network's input is N x N pixels (default: as preprocessing says).")
  private @Nullable Integer size;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "The classes' names, one a line, or a config.json (default: what lies beside the model).")
  private @Nullable Path labels;

  @Option(
      names = "--class",
      paramLabel = "N|NAME",
      description = "Explain this class; may be repeated (default: the predicted one).")
  private List<String> classes = List.of();

  @Option(
      names = "--top",
      paramLabel = "K",
      description = "Explain the K classes with the highest scores.")
  private @Nullable Integer top;

  @Option(
      names = "--max-megapixels",
      paramLabel = "N",
      defaultValue = "100",
      description = "The largest photo that is read (default: ${DEFAULT-VALUE}).")
  private long megapixels;

  Optional<String> preprocess() {
    return Optional.ofNullable(preprocess);
  }

  OptionalInt size() {
    return size == null ? OptionalInt.empty() : OptionalInt.of(size);
  }

  Optional<Path> labels() {
    return Optional.ofNullable(labels);
  }

  List<String> classes() {
    return classes;
  }

  OptionalInt top() {
    return top == null ? OptionalInt.empty() : OptionalInt.of(top);
  }

  long pixelLimit() {
    return Math.max(0, Math.min(megapixels, MOST_MEGAPIXELS)) * 1_000_000;
  }
}
