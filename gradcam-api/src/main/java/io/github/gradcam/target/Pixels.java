package io.github.gradcam.target;

import io.github.gradcam.error.InvalidTargetException;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Without a mask: the pixels where the class has the highest score. */
record Pixels(int classIndex, @Nullable Tensor mask) implements Target {

  @Override
  public List<Score> scores(Tensor output, List<String> labels) {
    if (output.shape().rank() != 3) {
      throw new InvalidTargetException(
          "Pixels can be explained of a segmentation output [classes, H, W], but the network returns "
              + output.shape()
              + " for one image.");
    }
    int classes = output.shape().length(0);
    if (classIndex < 0 || classIndex >= classes) {
      throw new InvalidTargetException(
          "The network has no class "
              + classIndex
              + ": it has "
              + classes
              + ", from 0 to "
              + (classes - 1)
              + ".");
    }
    String name = classIndex < labels.size() ? labels.get(classIndex) : "class " + classIndex;
    float[] weights = mask == null ? predicted(output, name) : given(mask, output);
    float[] cotangent = new float[output.shape().size()];
    System.arraycopy(weights, 0, cotangent, classIndex * weights.length, weights.length);
    return List.of(
        new Score(
            "pixels of " + name, OptionalInt.of(classIndex), Tensor.of(output.shape(), cotangent)));
  }

  private static float[] given(Tensor mask, Tensor output) {
    if (!mask.shape().equals(output.item(0).shape()) || !mask.isFinite()) {
      throw new InvalidTargetException(
          "The mask is "
              + mask.shape()
              + ", but must be "
              + output.item(0).shape()
              + " as the network's output is, and finite.");
    }
    return mask.toArray();
  }

  private float[] predicted(Tensor output, String name) {
    int classes = output.shape().length(0);
    float[] scores = output.toArray();
    int pixels = scores.length / classes;
    float[] weights = new float[pixels];
    boolean any = false;
    for (int p = 0; p < pixels; p++) {
      int best = 0;
      for (int c = 1; c < classes; c++) {
        if (scores[c * pixels + p] > scores[best * pixels + p]) {
          best = c;
        }
      }
      if (best == classIndex) {
        weights[p] = 1;
        any = true;
      }
    }
    if (!any) {
      throw new InvalidTargetException(
          "No pixel of this image is predicted as "
              + name
              + ". Give a mask of the pixels to explain.");
    }
    return weights;
  }
}
