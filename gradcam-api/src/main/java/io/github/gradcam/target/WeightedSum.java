package io.github.gradcam.target;

import io.github.gradcam.error.InvalidTargetException;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

record WeightedSum(Map<Integer, Double> weights) implements Target {

  WeightedSum {
    weights = Map.copyOf(weights);
    if (weights.isEmpty()
        || !weights.values().stream().allMatch(w -> Float.isFinite(w.floatValue()))) {
      throw new InvalidTargetException(
          "A weighted sum needs at least one class and finite weights, but got " + weights + ".");
    }
  }

  @Override
  public List<Score> scores(Tensor output, List<String> labels) {
    ClassScores classes = new ClassScores(output, labels);
    float[] cotangent = new float[classes.count()];
    Map<Integer, Double> ordered = new TreeMap<>(weights);
    ordered.forEach(
        (index, weight) -> {
          classes.of(index);
          cotangent[index] = weight.floatValue();
        });
    String description =
        ordered.entrySet().stream()
            .map(entry -> entry.getValue() + " × " + classes.name(entry.getKey()))
            .collect(Collectors.joining(" + "));
    return List.of(
        new Score(description, OptionalInt.empty(), Tensor.of(output.shape(), cotangent)));
  }
}
