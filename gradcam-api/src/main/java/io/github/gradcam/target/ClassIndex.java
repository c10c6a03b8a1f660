package io.github.gradcam.target;

import io.github.gradcam.tensor.Tensor;
import java.util.List;

record ClassIndex(int index) implements Target {

  @Override
  public List<Score> scores(Tensor output, List<String> labels) {
    return List.of(new ClassScores(output, labels).of(index));
  }
}
