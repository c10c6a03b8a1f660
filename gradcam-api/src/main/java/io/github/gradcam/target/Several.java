package io.github.gradcam.target;

import io.github.gradcam.error.InvalidTargetException;
import io.github.gradcam.tensor.Tensor;
import java.util.List;

record Several(List<Target> targets) implements Target {

  Several {
    if (targets.isEmpty()) {
      throw new InvalidTargetException("No target was given: name at least one.");
    }
  }

  @Override
  public List<Score> scores(Tensor output, List<String> labels) {
    return targets.stream().flatMap(target -> target.scores(output, labels).stream()).toList();
  }

  /** The one score a target means, for targets that are made of others. */
  static Score single(Target target, Tensor output, List<String> labels) {
    List<Score> scores = target.scores(output, labels);
    if (scores.size() != 1) {
      throw new InvalidTargetException(
          "A target made of another needs exactly one score, but "
              + target
              + " means "
              + scores.size()
              + ".");
    }
    return scores.get(0);
  }
}
