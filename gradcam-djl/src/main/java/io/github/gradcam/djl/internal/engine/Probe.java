package io.github.gradcam.djl.internal.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.djl.internal.rewrite.Catalog;
import io.github.gradcam.model.Layer;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Learns the layers by one pass over an image of zeros. */
public final class Probe {

  private Probe() {}

  static List<Layer> layers(Passes passes, Catalog catalog, Shape input) {
    try (NDManager manager = passes.network().newManager()) {
      return read(catalog, passes.shapes(manager, Tensor.zeros(input.batch(1))));
    }
  }

  /** Reads the layers from the shapes that a pass has handed out, their numbers last. */
  public static List<Layer> read(Catalog catalog, List<NDArray> shapes) {
    Map<Integer, Address> outputs = new HashMap<>();
    for (Address address : catalog.addresses().values()) {
      if (!address.hidden() && !address.text().endsWith(Layer.INPUT)) {
        address.numbers().forEach(number -> outputs.put(number, address));
      }
    }
    List<Layer> layers = new ArrayList<>();
    long[] numbers = shapes.get(shapes.size() - 1).toLongArray();
    for (int i = 0; i < numbers.length; i++) {
      Address first = outputs.get((int) (numbers[i] % Address.TURN));
      int turn = (int) (numbers[i] / Address.TURN) + 1;
      Address address = first == null || (turn > 1 && !first.turning()) ? null : first.inTurn(turn);
      long[] lengths = shapes.get(i + 1).toLongArray();
      if (address != null && lengths.length > 0) {
        Shape shape = Shape.of(Border.lengths(lengths));
        layers.add(new Layer(address.text(), address.kind(), shape.item()));
      }
    }
    return List.copyOf(layers);
  }
}
