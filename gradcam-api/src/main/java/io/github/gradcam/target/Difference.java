package io.github.gradcam.target;

import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.OptionalInt;

record Difference(Target of, Target from) implements Target {

  @Override
  public List<Score> scores(Tensor output, List<String> labels) {
    Score minuend = Several.single(of, output, labels);
    Score subtrahend = Several.single(from, output, labels);
    float[] cotangent = minuend.cotangent().toArray();
    float[] subtracted = subtrahend.cotangent().toArray();
    for (int i = 0; i < cotangent.length; i++) {
      cotangent[i] -= subtracted[i];
    }
    return List.of(
        new Score(
            minuend.description() + " rather than " + subtrahend.description(),
            OptionalInt.empty(),
            Tensor.of(output.shape(), cotangent)));
  }
}
