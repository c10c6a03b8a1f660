package io.github.gradcam.djl.hostile;

import io.github.gradcam.trials.Fork;
import java.nio.file.Path;

/** Other JVMs in which PyTorch is set as in the tests. */
final class Forks {

  private Forks() {}

  static Fork in(Path folder, String... options) {
    return Fork.in(
            folder,
            "-Dai.djl.offline=true",
            "-Dai.djl.pytorch.num_threads=1",
            "-Dai.djl.pytorch.num_interop_threads=1",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
        .with(options);
  }
}
