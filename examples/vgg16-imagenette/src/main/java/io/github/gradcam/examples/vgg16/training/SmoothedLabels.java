package io.github.gradcam.examples.vgg16.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * Labels as probabilities: a share is spread over all classes (Szegedy et al., Rethinking the
 * Inception Architecture, 2016).
 *
 * @param classes how many there are
 * @param share how much is spread, from 0 to 1
 */
record SmoothedLabels(int classes, double share) {

  /**
   * The probabilities, {@code [N, classes]}.
   *
   * @param labels a class index for each of N
   * @param manager holds the array
   */
  NDArray of(int[] labels, NDManager manager) {
    float[] probabilities = new float[labels.length * classes];
    Arrays.fill(probabilities, (float) (share / classes));
    for (int photo = 0; photo < labels.length; photo++) {
      probabilities[photo * classes + labels[photo]] += (float) (1 - share);
    }
    return manager.create(probabilities, new Shape(labels.length, classes));
  }
}
