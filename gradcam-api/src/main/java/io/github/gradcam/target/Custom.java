package io.github.gradcam.target;

import io.github.gradcam.error.InvalidTargetException;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

record Custom(String description, UnaryOperator<Tensor> function) implements Target {

  @Override
  public List<Score> scores(Tensor output, List<String> labels) {
    @Nullable Tensor cotangent = function.apply(output);
    if (cotangent == null) {
      throw new InvalidTargetException(
          "The target \"" + description + "\" gave no cotangent, but null.");
    }
    if (!cotangent.shape().equals(output.shape()) || !cotangent.isFinite()) {
      throw new InvalidTargetException(
          "The target \""
              + description
              + "\" gave a cotangent "
              + cotangent.shape()
              + (cotangent.isFinite() ? "" : " with values that are not finite")
              + "; it must be shaped as the output of one image, "
              + output.shape()
              + ", and finite.");
    }
    return List.of(new Score(description, OptionalInt.empty(), cotangent));
  }
}
