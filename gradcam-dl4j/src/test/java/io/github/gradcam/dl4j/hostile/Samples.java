package io.github.gradcam.dl4j.hostile;

import io.github.gradcam.dl4j.SmallNetworks;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.trials.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Networks of the tests, as files. */
final class Samples {

  private Samples() {}

  /** A graph of many kinds of layers. */
  static Sample graph(Path folder) {
    try {
      Path file = Files.createTempFile(folder, "graph", ".zip");
      return new Sample(
          Files.write(file, SmallNetworks.saved(SmallNetworks.graph())),
          Shape.of(SmallNetworks.CHANNELS, SmallNetworks.HEIGHT, SmallNetworks.WIDTH),
          SmallNetworks.LAYER);
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }
}
