package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.error.GradCamException;

/** Says why the engine did not take a network. */
final class LoadErrors {

  private LoadErrors() {}

  static RuntimeException of(RuntimeException failed) {
    if (failed instanceof GradCamException || failed instanceof LoadException) {
      return failed;
    }
    return new LoadException(
        "cannot be loaded by TensorFlow: "
            + EngineErrors.line(failed)
            + ". It may be incomplete, or of a later version than "
            + Devices.runtime(),
        failed);
  }
}
