package io.github.gradcam.cli;

import io.github.gradcam.cli.photos.Workload;
import io.github.gradcam.model.Device;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said of how much is done at once. */
final class WorkArguments {

  private static final int ON_CPU = 4;
  private static final int ON_GPU = 16;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads work (default: one for each processor).")
  private @Nullable Integer threads;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "How many photos share a pass, at most (default: 4, on a GPU 16).")
  private @Nullable Integer batch;

  int threads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  /** Processors have small caches: larger batches are slower there, and take more memory. */
  Workload workload(Device device, long pixelLimit) {
    int photos = batch != null ? batch : device.kind() == Device.Kind.GPU ? ON_GPU : ON_CPU;
    return new Workload(threads(), photos, pixelLimit);
  }
}
