package io.github.gradcam.djl.internal.engine;

import ai.djl.ndarray.NDArray;
import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.error.UnexplainableLayerException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pass has handed out.
 *
 * @param score the output
 * @param layers the layers, in the order they were asked for
 * @param activations one for each layer
 */
public record Pass(NDArray score, List<Address> layers, List<NDArray> activations) {

  /** Sorts what a method returned: the score, what it handed out, and under which numbers. */
  public static Pass of(List<Address> layers, List<NDArray> arrays) {
    long[] numbers = arrays.get(arrays.size() - 1).toLongArray();
    List<NDArray> activations = new ArrayList<>();
    for (Address layer : layers) {
      activations.add(arrays.get(1 + place(layer, numbers)));
    }
    return new Pass(arrays.get(0), layers, List.copyOf(activations));
  }

  private static int place(Address layer, long[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      if (layer.numbers().contains((int) numbers[i])) {
        return i;
      }
    }
    throw neverReached(layer);
  }

  /** The error for a layer that a pass led around. */
  public static UnexplainableLayerException neverReached(Address layer) {
    return new UnexplainableLayerException(
        layer.text(),
        "This pass never reached the layer \""
            + layer.text()
            + "\": the network's own conditions led around it. Choose a layer that always runs.");
  }
}
