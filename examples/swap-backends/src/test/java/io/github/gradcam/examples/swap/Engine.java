package io.github.gradcam.examples.swap;

import java.nio.file.Path;
import java.util.function.Supplier;

/** An engine, and the network as its framework saves it. */
enum Engine {
  TORCH("djl", Bundled::torchScript),
  TENSORFLOW("tf", Bundled::savedModel),
  DL4J("dl4j", Bundled::archive);

  private final String backend;
  private final Supplier<Path> file;

  Engine(String backend, Supplier<Path> file) {
    this.backend = backend;
    this.file = file;
  }

  /** The name of its backend. */
  String backend() {
    return backend;
  }

  Path file() {
    return file.get();
  }
}
