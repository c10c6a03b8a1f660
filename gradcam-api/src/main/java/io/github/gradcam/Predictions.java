package io.github.gradcam;

import io.github.gradcam.model.OutputKind;
import io.github.gradcam.tensor.Tensor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads one image's output as probabilities. */
final class Predictions {

  private Predictions() {}

  /** All classes, most probable first; empty where the output is not one score a class. */
  static List<Prediction> of(Tensor output, OutputKind kind, List<String> labels) {
    boolean classes = output.shape().rank() == 1;
    // The softmax of a single score is always 1: no prediction.
    if (!classes || (kind == OutputKind.LOGITS && output.shape().size() < 2)) {
      return List.of();
    }
    float[] scores = output.toArray();
    double[] probabilities = probabilities(scores, kind);
    return IntStream.range(0, scores.length)
        .mapToObj(
            i ->
                new Prediction(
                    i,
                    i < labels.size() ? Optional.of(labels.get(i)) : Optional.empty(),
                    scores[i],
                    probabilities[i]))
        .sorted(Comparator.comparingDouble(Prediction::score).reversed())
        .toList();
  }

  private static double[] probabilities(float[] scores, OutputKind kind) {
    double[] result = new double[scores.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (float score : scores) {
      highest = Math.max(highest, score);
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      result[i] =
          switch (kind) {
            case LOGITS -> Math.exp(scores[i] - highest);
            case SIGMOID_LOGITS -> 1 / (1 + Math.exp(-scores[i]));
            case PROBABILITIES -> scores[i];
          };
      sum += result[i];
    }
    if (kind == OutputKind.LOGITS) {
      for (int i = 0; i < result.length; i++) {
        result[i] /= sum;
      }
    }
    return result;
  }
}
