package io.github.gradcam.djl.internal.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import io.github.gradcam.error.UnsupportedOperationInModelException;

/** Finds blocks that compute with the user's own parameters instead of the copies. */
final class Frozen {

  private Frozen() {}

  /**
   * Fails if what a block returns leads to something that takes gradients, where no layer that does
   * has been reached yet: the copies take none.
   */
  static void require(Node.Whole whole, NDList outputs) {
    if (outputs.stream().anyMatch(NDArray::hasGradient)) {
      throw new UnsupportedOperationInModelException(
          "The block \""
              + whole.path()
              + "\" ("
              + whole.kind()
              + ") computes with arrays of its own that are in training, instead of those that the"
              + " ParameterStore gives it. Let its forward method take every parameter with"
              + " parameterStore.getValue(parameter, device, training), as DJL's own blocks do.");
    }
  }
}
