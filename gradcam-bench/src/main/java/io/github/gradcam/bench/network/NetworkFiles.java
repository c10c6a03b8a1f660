package io.github.gradcam.bench.network;

import io.github.gradcam.bench.network.architecture.Network;
import io.github.gradcam.bench.network.architecture.Networks;
import io.github.gradcam.bench.network.architecture.Scale;
import io.github.gradcam.bench.network.weights.RandomWeights;
import io.github.gradcam.bench.network.weights.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Networks as files of each engine, all from one neutral file of weights. A file is there whole or
 * not at all, and several processes may ask for the same.
 *
 * @param folder where they are kept from run to run; made where it is missing
 */
public record NetworkFiles(Path folder) {

  private static final String EMBEDDED = "embedded";
  private static final String WEIGHTS = ".safetensors";

  /** The networks: {@code embedded}, {@code mobilenet_v2}, {@code resnet50}, {@code vgg16}. */
  public static List<String> names() {
    return Stream.concat(Stream.of(EMBEDDED), Networks.names().stream()).toList();
  }

  /** The backends: {@code djl}, {@code tf}, {@code dl4j}. */
  public static List<String> backends() {
    return Format.backends();
  }

  /**
   * The neutral file of a network's weights: safetensors with torchvision's names and shapes. Made
   * where it is missing.
   *
   * @param network one of {@link #names()}
   * @return the file
   * @throws IllegalArgumentException if there is no such network
   */
  public Path weights(String network) {
    return network.equals(EMBEDDED)
        ? made(network + WEIGHTS, file -> Embedded.unpack(WEIGHTS, file))
        : weights(described(network));
  }

  private Path weights(Network network) {
    return made(network.name() + WEIGHTS, file -> RandomWeights.write(network, file));
  }

  /**
   * A network as a file of the backend's own format. Made where it is missing, with a line on
   * standard error that says so.
   *
   * @param network one of {@link #names()}
   * @param backend {@code djl}, {@code tf} or {@code dl4j}
   * @return the file, or folder
   * @throws IllegalArgumentException if there is no such network or backend
   */
  public Path file(String network, String backend) {
    Format format = Format.of(backend);
    if (network.equals(EMBEDDED)) {
      return made(network + format.ending(), format::unpack);
    }
    Network described = described(network);
    return made(
        network + format.ending(),
        file -> format.write(described, Weights.of(weights(described)), file));
  }

  private static Network described(String network) {
    if (!names().contains(network)) {
      throw new IllegalArgumentException(
          "There is no network " + network + ". There are " + names() + ".");
    }
    return Networks.of(network, Scale.FULL);
  }

  /** Makes a file. */
  @FunctionalInterface
  private interface Making {

    void make(Path file) throws IOException;
  }

  private Path made(String name, Making making) {
    Path file = folder.resolve(name).toAbsolutePath();
    if (Files.exists(file)) {
      return file;
    }
    System.err.println("Making " + file + ", once …");
    try {
      Files.createDirectories(folder);
      making.make(file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(
          file + " cannot be made. Check permissions and free space in " + folder + ".", e);
    }
  }
}
