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
final class Probe {

  private Probe() {}

  static List<Layer> layers(Passes passes, Catalog catalog, Shape input) {
    Map<Integer, Address> outputs = new HashMap<>();
    for (Address address : catalog.addresses().values()) {
      if (!address.hidden() && !address.text().endsWith(Layer.INPUT)) {
        address.numbers().forEach(number -> outputs.put(number, address));
      }
    }
    List<Layer> layers = new ArrayList<>();
    try (NDManager manager = passes.network().newManager()) {
      List<NDArray> shapes = passes.shapes(manager, Tensor.zeros(input.batch(1)));
      long[] numbers = shapes.get(shapes.size() - 1).toLongArray();
      for (int i = 0; i < numbers.length; i++) {
        Address address = outputs.get((int) numbers[i]);
        long[] lengths = shapes.get(i + 1).toLongArray();
        if (address != null && lengths.length > 0) {
          Shape shape = Shape.of(Border.lengths(lengths));
          layers.add(new Layer(address.text(), address.kind(), shape.item()));
        }
      }
    }
    return List.copyOf(layers);
  }
}
