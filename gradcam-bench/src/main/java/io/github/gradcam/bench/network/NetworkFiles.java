package io.github.gradcam.bench.network;

import java.nio.file.Path;
import java.util.List;

/**
 * Networks as files of each engine, all from one neutral file of weights.
 *
 * @param folder where they are kept from run to run; made where it is missing
 */
public record NetworkFiles(Path folder) {

  /** The networks: {@code embedded}, {@code mobilenet_v2}, {@code resnet50}, {@code vgg16}. */
  public static List<String> names() {
    return List.of("embedded", "mobilenet_v2", "resnet50", "vgg16");
  }

  /**
   * The neutral file of a network's weights: safetensors with torchvision's names and shapes. Made
   * where it is missing.
   *
   * @param network one of {@link #names()}
   * @return the file
   */
  public Path weights(String network) {
    throw new UnsupportedOperationException(network);
  }

  /**
   * A network as a file of the backend's own format. Made where it is missing, with a line on
   * standard error that says so.
   *
   * @param network one of {@link #names()}
   * @param backend {@code djl}, {@code tf} or {@code dl4j}
   * @return the file, or folder
   */
  public Path file(String network, String backend) {
    throw new UnsupportedOperationException(network + backend);
  }
}
