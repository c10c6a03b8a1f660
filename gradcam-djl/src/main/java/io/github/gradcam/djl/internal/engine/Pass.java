package io.github.gradcam.djl.internal.engine;

import ai.djl.ndarray.NDArray;
import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.error.UnexplainableLayerException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a pass has handed out.
 *
 * @param score the output
 * @param layers the layers, in the order they were asked for
 * @param activations one for each layer
 * @param kinds PyTorch's number of the type in which the network computes each
 */
public record Pass(
    NDArray score, List<Address> layers, List<NDArray> activations, List<Long> kinds) {

  private static final long FLOAT32 = 6;

  /** A pass through a network that computes in float32 alone. */
  public static Pass ofFloats(NDArray score, List<Address> layers, List<NDArray> activations) {
    return new Pass(
        score, layers, List.copyOf(activations), Collections.nCopies(layers.size(), FLOAT32));
  }

  /**
   * Sorts what a method returned: the score, what it handed out, of which kinds that was inside,
   * and under which numbers.
   */
  public static Pass of(List<Address> layers, List<NDArray> arrays) {
    long[] numbers = arrays.get(arrays.size() - 1).toLongArray();
    long[] known = arrays.get(arrays.size() - 2).toLongArray();
    List<NDArray> activations = new ArrayList<>();
    List<Long> kinds = new ArrayList<>();
    for (Address layer : layers) {
      int place = place(layer, numbers);
      activations.add(arrays.get(1 + place));
      kinds.add(known[place]);
    }
    return new Pass(arrays.get(0), layers, List.copyOf(activations), List.copyOf(kinds));
  }

  /** Whether the network computes a layer in the type in which its activations are handed out. */
  boolean isFloat32(Address layer) {
    return kinds.get(layers.indexOf(layer)) == FLOAT32;
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
