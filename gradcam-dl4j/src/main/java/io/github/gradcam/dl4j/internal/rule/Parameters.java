package io.github.gradcam.dl4j.internal.rule;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The parameters of a layer.
 *
 * @param table by name
 */
record Parameters(Map<String, INDArray> table) {

  Optional<INDArray> find(String name) {
    return Optional.ofNullable(table.get(name));
  }

  INDArray get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The layer has no parameter \"" + name + "\", only " + table.keySet() + "."));
  }
}
