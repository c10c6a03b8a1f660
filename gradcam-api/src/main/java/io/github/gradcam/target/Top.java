package io.github.gradcam.target;

import io.github.gradcam.error.InvalidTargetException;
import io.github.gradcam.tensor.Tensor;
import java.util.List;

record Top(int k) implements Target {

  Top {
    if (k < 1) {
      throw new InvalidTargetException(
          "The best " + k + " classes cannot be explained: 1 at least.");
    }
  }

  @Override
  public List<Score> scores(Tensor output, List<String> labels) {
    ClassScores classes = new ClassScores(output, labels);
    return classes.ranked().stream().limit(k).map(classes::of).toList();
  }
}
