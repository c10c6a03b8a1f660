package io.github.gradcam.target;

import io.github.gradcam.error.InvalidTargetException;
import io.github.gradcam.error.NearestNames;
import io.github.gradcam.tensor.Tensor;
import java.util.List;

record ClassLabel(String label) implements Target {

  @Override
  public List<Score> scores(Tensor output, List<String> labels) {
    int index = labels.indexOf(label);
    if (index < 0) {
      throw new InvalidTargetException(
          labels.isEmpty()
              ? "The class \""
                  + label
                  + "\" is asked for by name, but no labels were given."
                  + " Give them to the builder with labels(…), or name the class by its index."
              : "No class is called \""
                  + label
                  + "\". "
                  + NearestNames.sentence(NearestNames.of(label, labels)));
    }
    if (labels.lastIndexOf(label) != index) {
      throw new InvalidTargetException(
          "Several classes are called \""
              + label
              + "\" ("
              + index
              + " and "
              + labels.lastIndexOf(label)
              + "). Name the class by its index.");
    }
    return List.of(new ClassScores(output, labels).of(index));
  }
}
