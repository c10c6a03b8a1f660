package io.github.gradcam.djl.internal.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.github.gradcam.djl.internal.graph.Facts;
import io.github.gradcam.djl.internal.graph.Trace;
import io.github.gradcam.djl.internal.graph.Tracer;
import io.github.gradcam.djl.internal.rewrite.Blueprint;
import io.github.gradcam.djl.internal.rewrite.Flag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What simpler programs are made of.
 *
 * @param tensors what the network holds, by path
 * @param trace what it computes
 */
record Ground(Map<String, NDArray> tensors, Trace trace) {

  /** Asks a loaded network for what its source does not say, and follows the source. */
  static Ground of(Network network, Blueprint blueprint) {
    NDManager manager = network.manager();
    Map<String, NDArray> tensors = new HashMap<>();
    network.parameters().forEach(entry -> tensors.put(entry.getKey(), entry.getValue().getArray()));
    List<NDArray> held = network.run(manager, Blueprint.TENSORS, List.of());
    for (int i = 0; i < held.size(); i++) {
      tensors.put(blueprint.tensors().get(i), held.get(i));
    }
    List<NDArray> answers = network.run(manager, Blueprint.FLAGS, List.of());
    Map<String, Object> flags = new HashMap<>();
    Set<String> missing = new HashSet<>();
    for (int i = 0; i < answers.size(); i++) {
      Flag flag = blueprint.flags().get(i);
      try (NDArray answer = answers.get(i)) {
        Object value = flag.value(answer.toType(DataType.FLOAT64, false).toDoubleArray());
        if (!flag.isMissing()) {
          flags.put(flag.path(), value);
        } else if (value.equals(true)) {
          missing.add(flag.path());
        }
      }
    }
    Facts facts = new Facts(Set.copyOf(tensors.keySet()), Map.copyOf(flags), Set.copyOf(missing));
    return new Ground(tensors, Tracer.trace(blueprint.program(), blueprint.forward(), facts));
  }

  /** Whether a tensor is there and holds numbers that the programs compute with. */
  boolean hasFloats(String path) {
    NDArray tensor = tensors.get(path);
    return tensor != null && tensor.getDataType() == DataType.FLOAT32;
  }
}
