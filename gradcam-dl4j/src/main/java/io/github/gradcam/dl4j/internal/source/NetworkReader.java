package io.github.gradcam.dl4j.internal.source;

import java.nio.file.Path;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Makes networks from files. Loads the engine's native code. */
public final class NetworkReader {

  private NetworkReader() {}

  /**
   * Reads a file for which {@link Inspector#inspect} has said that it opens.
   *
   * @param file the file; its content is not trusted
   * @param allowed the full names of the user's own classes that a configuration may name
   * @return the network with its weights
   * @throws SourceException if it cannot be used after all
   */
  public static Network read(Path file, Set<String> allowed) {
    if (Inspector.isHdf5(file)) {
      try (KerasFile keras = KerasFile.open(file)) {
        return KerasNetwork.read(keras, KerasContent.description(keras));
      }
    }
    try (NetworkArchive archive = NetworkArchive.open(file)) {
      return network(archive, new Classes(allowed));
    }
  }

  private static Network network(NetworkArchive archive, Classes classes) {
    archive.check();
    String json = archive.configuration();
    classes.check(json);
    Configuration configuration = Configuration.parse(json);
    long wanted = parameters(configuration);
    if (wanted == 0) {
      throw new SourceException("holds a network without weights, in which nothing was learned");
    }
    INDArray weights = archive.coefficients((in, bytes) -> Coefficients.read(in, bytes, wanted));
    try {
      return configuration.network(weights);
    } catch (RuntimeException odd) {
      weights.close();
      throw new SourceException(
          "holds a network that Deeplearning4j cannot build: " + SourceException.line(odd), odd);
    }
  }

  private static long parameters(Configuration configuration) {
    try {
      return configuration.parameters();
    } catch (RuntimeException odd) {
      throw new SourceException(
          "holds a configuration whose layers do not say how many weights they need: "
              + SourceException.line(odd),
          odd);
    }
  }
}
