package io.github.gradcam;

import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.error.UnsupportedOperationInModelException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out how layers bear on the score, by gradients for one image of noise, which is always the
 * same. They are asked in an order; each pass takes twice as many of them as the one before.
 */
final class Reaches {

  private final Model model;
  private final Tensor noise;
  private final List<Candidate> order;
  private final Map<String, Reach> known = new HashMap<>();
  private Optional<Shape> output = Optional.empty();
  private int next;
  private int size = 1;

  Reaches(Model model, Shape input, List<Candidate> order) {
    this.model = model;
    this.noise = Noise.image(input);
    this.order = order;
  }

  /** The shape of the output for the image of noise; empty if no layer could be asked. */
  Optional<Shape> output() {
    while (output.isEmpty() && next < order.size()) {
      askMore();
    }
    return output;
  }

  Reach of(Candidate candidate) {
    while (!known.containsKey(candidate.layer().path()) && next < order.size()) {
      askMore();
    }
    return known.getOrDefault(candidate.layer().path(), Reach.NONE);
  }

  private void askMore() {
    List<Candidate> some = order.subList(next, Math.min(next + size, order.size()));
    next += some.size();
    size *= 2;
    ask(some);
  }

  private void ask(List<Candidate> some) {
    List<Candidate> left = new ArrayList<>(some);
    while (!left.isEmpty()) {
      try {
        known.putAll(passed(left));
        return;
      } catch (UnexplainableLayerException cut) {
        if (!left.removeIf(candidate -> candidate.layer().path().equals(cut.layer()))) {
          return;
        }
      } catch (UnsupportedOperationInModelException noGradient) {
        if (left.size() > 1) {
          left.forEach(candidate -> ask(List.of(candidate)));
        }
        return;
      }
    }
  }

  private Map<String, Reach> passed(List<Candidate> some) {
    List<String> paths = some.stream().map(candidate -> candidate.layer().path()).toList();
    Map<String, Reach> reaches = new HashMap<>();
    try (Capture capture = model.hook(paths).forward(noise)) {
      Shape scores = capture.output().shape();
      output = Optional.of(scores);
      Map<String, Tensor> gradients = capture.gradients(firstClass(scores));
      int classes = scores.rank() < 2 ? 1 : scores.length(1);
      for (Candidate candidate : some) {
        Tensor gradient = Pass.values(gradients, candidate.layer().path()).item(0);
        reaches.put(candidate.layer().path(), candidate.reach(gradient, classes));
      }
    }
    return reaches;
  }

  /** One for the first class, at every place if the output has places. */
  private static Tensor firstClass(Shape output) {
    float[] values = new float[output.size()];
    int count = output.rank() < 2 ? values.length : values.length / output.length(1);
    Arrays.fill(values, 0, count, 1);
    return Tensor.of(output, values);
  }
}
