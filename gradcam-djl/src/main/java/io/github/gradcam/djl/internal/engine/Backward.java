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
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The way back through one pass.
 *
 * @param network the network
 * @param pass the pass, whose graph is kept
 */
record Backward(Network network, Pass pass) {

  private static final String ONE = "gradcam_gradients";
  private static final String SEVERAL = "gradcam_gradients_at_once";

  Map<String, Tensor> gradients(Tensor cotangent) {
    try (NDManager manager = network.newManager();
        EngineMode mode = EngineMode.recording()) {
      NDArray seed = Border.toEngine(cotangent, manager);
      List<NDArray> found;
      try {
        found = run(manager, ONE, List.of(seed), pass.activations());
      } catch (EngineException failed) {
        throw EngineErrors.isCut(failed) ? cut(manager, seed) : EngineErrors.ofBackward(failed);
      }
      return byLayer(found.stream().map(Border::fromEngine).toList());
    }
  }

  /**
   * Several ways at once, through what the one pass recorded: nothing is computed forwards again,
   * so no number can come to lie on another side of a kink.
   *
   * @return nothing if the engine cannot go them together
   */
  Optional<List<Map<String, Tensor>>> atOnce(List<Tensor> cotangents) {
    try (NDManager manager = network.newManager();
        EngineMode mode = EngineMode.recording()) {
      List<NDArray> seeds =
          cotangents.stream().map(cotangent -> Border.toEngine(cotangent, manager)).toList();
      List<Tensor> found =
          run(manager, SEVERAL, seeds, pass.activations()).stream()
              .map(Border::fromEngine)
              .toList();
      return Optional.of(
          IntStream.range(0, cotangents.size())
              .mapToObj(way -> byLayer(found.stream().map(all -> all.item(way)).toList()))
              .toList());
    } catch (EngineException refused) {
      // One after the other, what is wrong is found out, or works.
      return Optional.empty();
    }
  }

  private Map<String, Tensor> byLayer(List<Tensor> found) {
    Map<String, Tensor> gradients = new LinkedHashMap<>();
    for (int i = 0; i < found.size(); i++) {
      gradients.put(pass.layers().get(i).text(), found.get(i));
    }
    return Collections.unmodifiableMap(gradients);
  }

  private List<NDArray> run(
      NDManager manager, String method, List<NDArray> seeds, List<NDArray> layers) {
    List<NDArray> arguments = new ArrayList<>();
    seeds.forEach(seed -> arguments.add(named(seed, "cotangents[]")));
    arguments.add(named(pass.score(), "outputs[]"));
    layers.forEach(layer -> arguments.add(named(layer, "inputs[]")));
    return network.run(manager, method, arguments);
  }

  private static NDArray named(NDArray array, String name) {
    array.setName(name);
    return array;
  }

  /** Finds the layer to which nothing leads. */
  private UnexplainableLayerException cut(NDManager manager, NDArray seed) {
    String layer = pass.layers().get(0).text();
    for (int i = 0; i < pass.layers().size(); i++) {
      try {
        run(manager, ONE, List.of(seed), pass.activations().subList(i, i + 1));
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
