package io.github.gradcam.dl4j.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Writes the demo network as Deeplearning4j does, with the same bytes each time. */
public final class DemoArchive {

  /** The name of the file. */
  static final String NAME = "imagenette-cnn.zip";

  private static final String WEIGHTS = "imagenette-cnn.safetensors";

  private DemoArchive() {}

  /**
   * Writes it.
   *
   * @param args the folder with the weights, where the archive goes
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Files.write(folder.resolve(NAME), of(folder));
  }

  /** The archive. */
  static byte[] of(Path folder) throws IOException {
    ComputationGraph network = DemoNetwork.of(Weights.read(folder.resolve(WEIGHTS)));
    return GraphArchive.of(network);
  }
}
