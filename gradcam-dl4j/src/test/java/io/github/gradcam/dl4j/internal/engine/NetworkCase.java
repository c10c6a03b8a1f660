package io.github.gradcam.dl4j.internal.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A tiny network in double precision, on which the rules of its layers are tried.
 *
 * @param name what is special about it
 * @param network makes it, the same each time
 * @param input what flows in, in the network's own layout
 * @param instead by layer: what it gives for its input, where Deeplearning4j itself does not tell
 */
record NetworkCase(
    String name,
    Supplier<Model> network,
    Supplier<INDArray> input,
    Map<String, UnaryOperator<INDArray>> instead) {

  static NetworkCase of(String name, Supplier<Model> network, Supplier<INDArray> input) {
    return new NetworkCase(name, network, input, Map.of());
  }

  /** Compares a layer with something else than Deeplearning4j, where that fails or is wrong. */
  NetworkCase instead(String layer, UnaryOperator<INDArray> expected) {
    Map<String, UnaryOperator<INDArray>> more = new HashMap<>(instead);
    more.put(layer, expected);
    return new NetworkCase(name, network, input, Map.copyOf(more));
  }

  @Override
  public String toString() {
    return name;
  }
}
