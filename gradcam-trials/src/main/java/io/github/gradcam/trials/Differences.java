package io.github.gradcam.trials;

import io.github.gradcam.tensor.Tensor;

/** How far tensors lie apart. */
public final class Differences {

  private Differences() {}

  /** The largest difference, relative to the largest number expected; infinite for other shapes. */
  public static double between(Tensor actual, Tensor expected) {
    if (!actual.shape().equals(expected.shape())) {
      return Double.POSITIVE_INFINITY;
    }
    float[] found = actual.toArray();
    float[] right = expected.toArray();
    double largest = 0;
    double apart = 0;
    for (int i = 0; i < right.length; i++) {
      largest = Math.max(largest, Math.abs(right[i]));
      apart = Math.max(apart, Math.abs((double) found[i] - right[i]));
    }
    return apart == 0 ? 0 : apart / largest;
  }
}
