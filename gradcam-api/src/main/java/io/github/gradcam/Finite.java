package io.github.gradcam;

import io.github.gradcam.error.NonFiniteException;
import io.github.gradcam.tensor.Tensor;

/** The border that NaN and infinity do not cross. */
final class Finite {

  private Finite() {}

  static Tensor checked(String layer, String what, Tensor values) {
    if (!values.isFinite()) {
      throw new NonFiniteException(
          layer,
          "There is NaN or infinity in the "
              + what
              + " of \""
              + layer
              + "\": no map of it can be trusted. Check the input's preprocessing and the weights.");
    }
    return values;
  }
}
