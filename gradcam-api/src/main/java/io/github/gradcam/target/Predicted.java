package io.github.gradcam.target;

import io.github.gradcam.tensor.Tensor;
import java.util.List;

record Predicted() implements Target {

  @Override
  public List<Score> scores(Tensor output, List<String> labels) {
    return new Top(1).scores(output, labels);
  }
}
