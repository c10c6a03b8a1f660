package io.github.gradcam.target;

import io.github.gradcam.error.InvalidTargetException;
import io.github.gradcam.tensor.Tensor;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** One image's output read as one score a class: {@code [classes]}, or a single number. */
record ClassScores(Tensor output, List<String> labels) {

  ClassScores {
    int rank = output.shape().rank();
    if (rank > 1 || output.shape().size() == 0) {
      throw new InvalidTargetException(
          "The network returns "
              + output.shape()
              + " for one image, but a class target needs one score a class, [classes]. "
              + (rank == 3
                  ? "For a segmentation output use Target.pixels(class)."
                  : "Choose another output, or use Target.custom."));
    }
  }

  int count() {
    return output.shape().size();
  }

  /** The class indices, highest score first; the lower index first among equals. */
  List<Integer> ranked() {
    float[] values = output.toArray();
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> values[i]).reversed())
        .toList();
  }

  /** The class with the highest score; the lowest index among equals. */
  int best() {
    float[] values = output.toArray();
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  Score of(int index) {
    if (index < 0 || index >= count()) {
      throw new InvalidTargetException(
          "The network has no class "
              + index
              + ": it has "
              + count()
              + ", from 0 to "
              + (count() - 1)
              + ".");
    }
    float[] oneHot = new float[count()];
    oneHot[index] = 1;
    return new Score(name(index), OptionalInt.of(index), Tensor.of(output.shape(), oneHot));
  }

  String name(int index) {
    return index < labels.size() ? labels.get(index) : "class " + index;
  }
}
