package io.github.gradcam.dl4j;

import io.github.gradcam.dl4j.demo.GraphArchive;
import io.github.gradcam.tck.FixtureNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.CNN2DFormat;

/** Writes the kit's networks as Deeplearning4j saves them. */
public final class KitArchives {

  private static final Path FOLDER = Path.of("src", "test", "resources", "kit");

  private KitArchives() {}

  /**
   * Writes them into the folder.
   *
   * @param args the module's folder
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]).resolve(FOLDER));
    for (FixtureNetwork network : FixtureNetwork.values()) {
      for (CNN2DFormat format : CNN2DFormat.values()) {
        byte[] archive = GraphArchive.of(new KitNetwork(format).graph(network));
        Files.write(folder.resolve(name(network, format)), archive);
      }
    }
  }

  /** Where a network lies. */
  static Path file(FixtureNetwork network, CNN2DFormat format) {
    return FOLDER.resolve(name(network, format));
  }

  private static String name(FixtureNetwork network, CNN2DFormat format) {
    return network.id() + "-" + format + ".zip";
  }
}
