package io.github.gradcam.djl.internal.engine;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The way back through one pass.
 *
 * @param network the network
 * @param pass the pass, whose graph is kept
 */
record Backward(Network network, Pass pass) {

  private static final String METHOD = "gradcam_gradients";

  Map<String, Tensor> gradients(Tensor cotangent) {
    try (NDManager manager = network.newManager();
        EngineMode mode = EngineMode.recording()) {
      NDArray seed = Border.toEngine(cotangent, manager);
      List<NDArray> found;
      try {
        found = run(manager, seed, pass.activations());
      } catch (EngineException failed) {
        throw EngineErrors.isCut(failed) ? cut(manager, seed) : EngineErrors.ofBackward(failed);
      }
      Map<String, Tensor> gradients = new LinkedHashMap<>();
      for (int i = 0; i < found.size(); i++) {
        gradients.put(pass.layers().get(i).text(), Border.fromEngine(found.get(i)));
      }
      return Collections.unmodifiableMap(gradients);
    }
  }

  private List<NDArray> run(NDManager manager, NDArray seed, List<NDArray> layers) {
    seed.setName("cotangents[]");
    pass.score().setName("outputs[]");
    List<NDArray> arguments = new ArrayList<>(List.of(seed, pass.score()));
    for (NDArray layer : layers) {
      layer.setName("inputs[]");
      arguments.add(layer);
    }
    return network.run(manager, METHOD, arguments);
  }

  /** Finds the layer to which nothing leads. */
  private UnexplainableLayerException cut(NDManager manager, NDArray seed) {
    String layer = pass.layers().get(0).text();
    for (int i = 0; i < pass.layers().size(); i++) {
      try {
        run(manager, seed, pass.activations().subList(i, i + 1));
      } catch (EngineException alone) {
        layer = pass.layers().get(i).text();
        break;
      }
    }
    return new UnexplainableLayerException(
        layer,
        "No gradient leads from the output back to the layer \""
            + layer
            + "\": the output does not depend on it, or an operation between them (a detach, a"
            + " rounding, an argmax) has none. Choose a layer nearer to the output, or another"
            + " output.");
  }
}
