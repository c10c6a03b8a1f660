package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.error.GradCamException;
import io.github.gradcam.error.ModelOpenException;

/** Says why the engine did not take a network. */
final class LoadErrors {

  private LoadErrors() {}

  static GradCamException of(RuntimeException failed) {
    if (failed instanceof GradCamException told) {
      return told;
    }
    return new ModelOpenException(
        "TensorFlow cannot load the network: "
            + EngineErrors.line(failed)
            + ". Is the file complete, and written by a version up to "
            + Devices.runtime()
            + "?",
        failed);
  }
}
