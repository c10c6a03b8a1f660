package io.github.gradcam.tf;

import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import java.nio.file.Path;

/** Networks of TensorFlow that need more to be said about them than where they lie. */
public final class TfModels {

  private TfModels() {}

  /**
   * Opens a SavedModel of several graphs or signatures.
   *
   * @param source the folder
   * @param choice which graph and signature
   * @param options as for any model
   * @return the model; the caller closes it
   * @throws io.github.gradcam.error.ModelOpenException if it cannot be opened
   * @throws io.github.gradcam.error.DeviceUnavailableException if the device is missing
   */
  public static Model open(Path source, SavedModelChoice choice, ModelOptions options) {
    return Opening.open(source, choice, options);
  }
}
