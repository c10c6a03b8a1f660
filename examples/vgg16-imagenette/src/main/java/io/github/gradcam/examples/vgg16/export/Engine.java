package io.github.gradcam.examples.vgg16.export;

import io.github.gradcam.Models;
import io.github.gradcam.error.BackendUnavailableException;
import io.github.gradcam.spi.BackendProvider;

/** What computes the network. */
public enum Engine {
  /** PyTorch, through DJL, which also trains the network. */
  PYTORCH("PyTorch", "djl"),
  /** TensorFlow, through TensorFlow Java. */
  TENSORFLOW("TensorFlow", "tf"),
  /** Deeplearning4j, through ND4J. */
  DEEPLEARNING4J("Deeplearning4j", "dl4j");

  private final String displayName;
  private final String backend;

  Engine(String displayName, String backend) {
    this.displayName = displayName;
    this.backend = backend;
  }

  /** What people call it. */
  public String displayName() {
    return displayName;
  }

  /** The name of the backend that opens its files. */
  public String backend() {
    return backend;
  }

  /**
   * Its name and version, such as {@code PyTorch 2.7.1}; loads its native code.
   *
   * @throws BackendUnavailableException if its backend is not on the class path
   */
  public String version() {
    return Models.backends().stream()
        .filter(provider -> provider.name().equals(backend))
        .findFirst()
        .map(BackendProvider::engine)
        .orElseThrow(
            () ->
                new BackendUnavailableException(
                    "The backend \""
                        + backend
                        + "\" is not on the class path, though this program was built with it. Build"
                        + " it again."));
  }
}
