package io.github.gradcam.djl.internal.block;

import io.github.gradcam.error.UnsupportedOperationInModelException;

/** The rule that blocks compute with copies of their parameters, which take no gradients. */
final class Frozen {

  private Frozen() {}

  /** The error for a block that does not, which shows where gradients are taken too early. */
  static UnsupportedOperationInModelException violated(String block) {
    return new UnsupportedOperationInModelException(
        block
            + " computes with arrays of its own that are in training, instead of those that the"
            + " ParameterStore gives it. Let its forward method take every parameter with"
            + " parameterStore.getValue(parameter, device, training), as DJL's own blocks do.");
  }
}
