package io.github.gradcam.dl4j.hostile;

import io.github.gradcam.trials.Fork;
import java.nio.file.Path;

/** Other JVMs in which ND4J may use little memory. */
final class Forks {

  private Forks() {}

  static Fork in(Path folder, String... options) {
    // Tiny networks are many times slower with two threads on a busy machine.
    return Fork.in(folder, "-Xmx256m", "-Dorg.bytedeco.javacpp.maxphysicalbytes=2g")
        .where("OMP_NUM_THREADS", "1")
        .with(options);
  }
}
