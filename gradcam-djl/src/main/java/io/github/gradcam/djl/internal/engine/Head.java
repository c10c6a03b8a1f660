package io.github.gradcam.djl.internal.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;

/**
 * The program that computes one layer's activations, ready to run.
 *
 * @param script the loaded program
 * @param tensors what it is given besides the images
 */
record Head(Script script, List<NDArray> tensors) {

  private static final String FORWARD = "forward";

  /** The activations, without a graph. */
  NDArray run(NDManager manager, NDArray images) {
    NDList arguments = new NDList(tensors.size() + 1);
    arguments.add(images);
    for (NDArray tensor : tensors) {
      arguments.add(tensor);
    }
    return script.run(manager, FORWARD, new ArrayList<>(arguments)).get(0);
  }
}
