package io.github.gradcam.bench;

import io.github.gradcam.bench.network.NetworkFiles;
import java.nio.file.Path;

/** Where networks are kept from run to run: the system property {@code networks} says. */
final class Networks {

  private static final String FOLDER = "networks";
  private static final String USUAL = "gradcam-bench/target/networks";

  private Networks() {}

  static NetworkFiles kept() {
    return new NetworkFiles(Path.of(System.getProperty(FOLDER, USUAL)));
  }
}
