package io.github.gradcam.tck;

import io.github.gradcam.tensor.Tensor;
import java.util.Map;

/**
 * Everything the kit knows of a network: weights, inputs, and what PyTorch computes for them.
 *
 * @param resource the file it was read from
 * @param tensors what is in it, by name
 */
record Known(String resource, Map<String, Tensor> tensors) {

  /** Reads what the kit brings for a network. */
  static Known of(FixtureNetwork network) {
    String resource = network.id() + ".npz";
    return new Known(resource, Npz.read(Known.class, resource));
  }

  /** One tensor, such as {@code inputs} or {@code grad/conv4}. */
  Tensor get(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalStateException(
          "The kit's resource "
              + resource
              + " has no "
              + name
              + ", only "
              + tensors.keySet()
              + ".");
    }
    return tensor;
  }
}
