package io.github.gradcam.target;

import io.github.gradcam.tensor.Tensor;
import java.util.List;

record Counterfactual(Target target) implements Target {

  @Override
  public List<Score> scores(Tensor output, List<String> labels) {
    Score score = Several.single(target, output, labels);
    float[] cotangent = score.cotangent().toArray();
    for (int i = 0; i < cotangent.length; i++) {
      cotangent[i] = 0 - cotangent[i];
    }
    return List.of(
        new Score(
            "against " + score.description(),
            score.classIndex(),
            Tensor.of(output.shape(), cotangent)));
  }
}
