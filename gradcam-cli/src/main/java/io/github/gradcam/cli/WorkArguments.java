package io.github.gradcam.cli;

import io.github.gradcam.cli.photos.Workload;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said of how much is done at once. */
final class WorkArguments {

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads work (default: one for each processor).")
  private @Nullable Integer threads;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "8",
      description = "How many photos share a pass, at most (default: ${DEFAULT-VALUE}).")
  private int batch;

  int threads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  Workload workload(long pixelLimit) {
    return new Workload(threads(), batch, pixelLimit);
  }
}
