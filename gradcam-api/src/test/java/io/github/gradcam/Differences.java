package io.github.gradcam;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.tensor.Tensor;

/** How far two tensors are apart. */
public final class Differences {

  private Differences() {}

  /** Fails unless every element is within {@code tolerance} times the expected maximum. */
  public static void assertClose(Tensor actual, Tensor expected, double tolerance) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    double worst = 0;
    double scale = 0;
    float[] a = actual.toArray();
    float[] e = expected.toArray();
    for (int i = 0; i < a.length; i++) {
      worst = Math.max(worst, Math.abs(a[i] - e[i]));
      scale = Math.max(scale, Math.abs(e[i]));
    }
    assertThat(worst)
        .as("largest difference, of values up to %s", scale)
        .isLessThanOrEqualTo(tolerance * scale);
  }
}
