package io.github.gradcam.cli;

import io.github.gradcam.model.Device;
import io.github.gradcam.model.ModelOptions;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said of the model. */
final class ModelArguments {

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description =
          "The model; without it a small one that is built in and knows Imagenette's ten classes.")
  private @Nullable Path file;

  @Option(
      names = "--output",
      paramLabel = "NAME|INDEX",
      description = "Which output of a model that has several.")
  private @Nullable String output;

  @Option(
      names = "--device",
      paramLabel = "D",
      converter = DeviceName.class,
      defaultValue = "cpu",
      description = "cpu, gpu or gpu:1 (default: cpu).")
  private Device device;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description = "The backend, where several could open the model; see: gradcam backends.")
  private @Nullable String backend;

  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  Device device() {
    return device;
  }

  ModelOptions options(int threads) {
    ModelOptions.Builder options = ModelOptions.builder().device(device).threads(threads);
    if (backend != null) {
      options.backend(backend);
    }
    if (output != null) {
      if (output.matches("\\d{1,6}")) {
        options.output(Integer.parseInt(output));
      } else {
        options.output(output);
      }
    }
    return options.build();
  }
}
