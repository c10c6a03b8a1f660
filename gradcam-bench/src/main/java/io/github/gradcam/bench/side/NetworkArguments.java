package io.github.gradcam.bench.side;

import io.github.gradcam.Models;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which network, and what runs it. */
final class NetworkArguments {

  @Option(names = "--model", required = true, description = "The network, a file or folder.")
  private Path file;

  @Option(names = "--backend", required = true, description = "djl, tf or dl4j.")
  private String backend;

  @Option(names = "--threads", required = true, description = "The engine's threads for one pass.")
  private int threads;

  Model open() {
    return Models.load(file, ModelOptions.builder().backend(backend).threads(threads).build());
  }
}
