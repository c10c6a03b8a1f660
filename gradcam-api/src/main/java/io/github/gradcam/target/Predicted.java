package io.github.gradcam.target;

import io.github.gradcam.tensor.Tensor;
import java.util.List;

record Predicted() implements Target {

  @Override
  public List<Score> scores(Tensor output, List<String> labels) {
    ClassScores classes = new ClassScores(output, labels);
    return List.of(classes.of(classes.best()));
  }
}
