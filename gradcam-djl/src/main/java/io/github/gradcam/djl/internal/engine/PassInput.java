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
public record PassInput(Tensor batch, int copies) {

  /** How many items it has. */
  public int items() {
    return batch.shape().length(0) * copies;
  }

  /** The same, for so many items: as many as there are, or any number of copies of a single one. */
  public PassInput forItems(int wanted) {
    return wanted == items() ? this : new PassInput(batch, wanted);
  }

  /** The batch as the engine holds it. */
  public NDArray toEngine(NDManager manager) {
    NDArray once = Border.toEngine(batch, manager);
    return copies == 1 ? once : once.repeat(0, copies);
  }
}
