package io.github.gradcam.bench.side;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What networks are fed, the same for everyone. */
final class InputArguments {

  @Option(
      names = "--inputs",
      required = true,
      description = "Preprocessed photos: float32, little-endian, [N, 3, SIZE, SIZE].")
  private Path file;

  @Option(names = "--size", defaultValue = "224", description = "224 unless said.")
  private int size;

  Inputs read() {
    return Inputs.read(file, size);
  }
}
