package io.github.gradcam.djl.internal.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.gradcam.tensor.Tensor;

/**
 * What a pass was given.
 *
 * @param batch the images
 * @param copies how often each was repeated
 */
record PassInput(Tensor batch, int copies) {

  int items() {
    return batch.shape().length(0) * copies;
  }

  /** The same, for so many items: as many as there are, or any number of copies of a single one. */
  PassInput forItems(int wanted) {
    return wanted == items() ? this : new PassInput(batch, wanted);
  }

  NDArray toEngine(NDManager manager) {
    NDArray once = Border.toEngine(batch, manager);
    return copies == 1 ? once : once.repeat(0, copies);
  }
}
