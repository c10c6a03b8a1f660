package io.github.gradcam.dl4j.internal.source;

import io.github.gradcam.spi.Verdict;
import java.nio.file.Path;
import java.util.Optional;

/** Says what an HDF5 file holds. */
final class KerasContent {

  private static final String VERSION = "keras_version";
  private static final String DESCRIPTION = "model_config";
  private static final String SUPPORTED = "2.";

  private static final String HOW =
      " Save the network with Keras 2, which is the package tf_keras now:"
          + " model.save(\"network.h5\").";

  private KerasContent() {}

  /**
   * Looks.
   *
   * @throws SourceException if it is damaged
   */
  static Verdict of(Path file) {
    try (KerasFile keras = KerasFile.open(file)) {
      Optional<String> description = keras.text(DESCRIPTION);
      String version = version(keras);
      if (description.isEmpty()) {
        boolean weights =
            keras.has("layer_names")
                || keras.has("_layer_checkpoint_dependencies")
                || keras.has("layers");
        return weights
            ? new Verdict.Refuses(
                file
                    + " holds weights of Keras without their network. Load them into the network in"
                    + " Python, and save that as a whole."
                    + HOW)
            : new Verdict.Unknown();
      }
      if (!version.startsWith(SUPPORTED)) {
        return new Verdict.Refuses(
            file
                + " was written by Keras "
                + Shown.text(version)
                + ", whose networks are described otherwise than those of Keras 2."
                + HOW);
      }
      KerasModel model = KerasModel.parse(description.get());
      return model.isNetwork()
          ? new Verdict.Opens(
              "Keras 2 HDF5 (" + (model.isSequential() ? "Sequential" : "Functional") + ")")
          : new Verdict.Refuses(
              file
                  + " holds a network of the class "
                  + Shown.text(model.type())
                  + ", whose layers only its Python code knows. Build it with keras.Sequential or"
                  + " keras.Model(inputs, outputs), and save that.");
    }
  }

  /** The network's description. */
  static String description(KerasFile keras) {
    return keras
        .text(DESCRIPTION)
        .filter(text -> version(keras).startsWith(SUPPORTED))
        .orElseThrow(() -> new SourceException("holds no network of Keras 2"));
  }

  private static String version(KerasFile keras) {
    return keras.text(VERSION).orElse("1");
  }
}
