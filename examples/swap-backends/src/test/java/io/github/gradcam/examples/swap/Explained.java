package io.github.gradcam.examples.swap;

import io.github.gradcam.Explanation;
import io.github.gradcam.Heatmap;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * One photo, explained in several engines.
 *
 * @param by engine
 */
record Explained(Map<Engine, Explanation> by) {

  Explanation in(Engine engine) {
    return Objects.requireNonNull(by.get(engine));
  }

  /** How far apart the maps between 0 and 1 of any two are, at most. */
  float normalizedDifference() {
    return Difference.largest(apart());
  }

  /** How far apart they are, place by place. */
  Tensor apart() {
    return Difference.among(maps(Heatmap::normalized));
  }

  /** How far apart the raw maps of any two are, at most, as a share of their largest number. */
  float rawDifference() {
    List<Tensor> maps = maps(Heatmap::raw);
    return Difference.largest(Difference.among(maps)) / Difference.largest(maps.get(0));
  }

  private List<Tensor> maps(Function<Heatmap, Tensor> of) {
    List<Tensor> maps = new ArrayList<>();
    by.values().forEach(explanation -> maps.add(of.apply(explanation.heatmap())));
    return maps;
  }
}
