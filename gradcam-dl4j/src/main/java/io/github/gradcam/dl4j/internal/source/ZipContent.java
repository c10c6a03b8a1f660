package io.github.gradcam.dl4j.internal.source;

import io.github.gradcam.spi.Verdict;
import java.nio.file.Path;
import java.util.List;

/** Says what a zip holds. */
final class ZipContent {

  private static final String NO_PARAMETERS = "noParams.marker";

  private ZipContent() {}

  /**
   * Looks.
   *
   * @throws SourceException if it is a network's and damaged
   */
  static Verdict of(Path file) {
    try (NetworkArchive archive = NetworkArchive.open(file)) {
      List<String> names = archive.names();
      if (names.contains(NetworkArchive.CONFIGURATION)) {
        return network(archive);
      }
      return names.containsAll(List.of("metadata.json", "config.json", "model.weights.h5"))
          ? new Verdict.Refuses(
              file
                  + " is an archive of Keras 3 (.keras), which Deeplearning4j does not import. Save"
                  + " the network with Keras 2 as HDF5: with the package tf_keras,"
                  + " model.save(\"network.h5\").")
          : new Verdict.Unknown();
    }
  }

  private static Verdict network(NetworkArchive archive) {
    archive.check();
    if (archive.has(NO_PARAMETERS)) {
      throw new SourceException("holds a network without weights, in which nothing was learned");
    }
    if (!archive.has(NetworkArchive.COEFFICIENTS)) {
      throw new SourceException(
          "holds a network's "
              + NetworkArchive.CONFIGURATION
              + ", but no "
              + NetworkArchive.COEFFICIENTS
              + " with its weights. Write it with ModelSerializer.writeModel");
    }
    return NetworkKind.of(archive.configuration())
        .<Verdict>map(
            kind ->
                new Verdict.Opens(
                    switch (kind) {
                      case LAYERS -> "Deeplearning4j network (MultiLayerNetwork)";
                      case GRAPH -> "Deeplearning4j network (ComputationGraph)";
                    }))
        .orElseGet(Verdict.Unknown::new);
  }
}
