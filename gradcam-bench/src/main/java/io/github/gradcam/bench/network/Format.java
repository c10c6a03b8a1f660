package io.github.gradcam.bench.network;

import io.github.gradcam.bench.network.architecture.Network;
import io.github.gradcam.bench.network.deeplearning.DeeplearningArchive;
import io.github.gradcam.bench.network.savedmodel.SavedModelFolder;
import io.github.gradcam.bench.network.torchscript.TorchScriptArchive;
import io.github.gradcam.bench.network.weights.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** How an engine saves networks. An engine's classes are loaded when it is to write, not before. */
enum Format {
  TORCHSCRIPT("djl", ".pt"),
  SAVED_MODEL("tf", "-savedmodel"),
  DEEPLEARNING("dl4j", ".zip");

  private final String backend;
  private final String ending;

  Format(String backend, String ending) {
    this.backend = backend;
    this.ending = ending;
  }

  static Format of(String backend) {
    return Arrays.stream(values())
        .filter(format -> format.backend.equals(backend))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no backend " + backend + ". There are " + backends() + "."));
  }

  static List<String> backends() {
    return Arrays.stream(values()).map(format -> format.backend).toList();
  }

  /** How names of its files end. */
  String ending() {
    return ending;
  }

  void write(Network network, Weights weights, Path file) throws IOException {
    switch (this) {
      case TORCHSCRIPT -> TorchScriptArchive.write(network, weights, file);
      case SAVED_MODEL ->
          WholeFolder.write(file, part -> SavedModelFolder.write(network, weights, part));
      case DEEPLEARNING -> DeeplearningArchive.write(network, weights, file);
    }
  }

  void unpack(Path file) throws IOException {
    switch (this) {
      case SAVED_MODEL -> WholeFolder.write(file, Embedded::unpackSavedModel);
      case TORCHSCRIPT, DEEPLEARNING -> Embedded.unpack(ending, file);
    }
  }
}
