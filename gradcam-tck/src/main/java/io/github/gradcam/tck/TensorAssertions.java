package io.github.gradcam.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.tensor.Tensor;

/** Compares tensors and says where they differ most. */
final class TensorAssertions {

  private TensorAssertions() {}

  /** The same shape, and no element farther off than the tolerance times the largest expected. */
  static void assertClose(String what, Tensor actual, Tensor expected, double tolerance) {
    assertThat(actual.shape()).as("shape of %s", what).isEqualTo(expected.shape());
    float[] found = actual.toArray();
    float[] wanted = expected.toArray();
    double largest = 0;
    double worst = 0;
    int at = 0;
    for (int i = 0; i < wanted.length; i++) {
      largest = Math.max(largest, Math.abs(wanted[i]));
      double difference = Math.abs((double) found[i] - wanted[i]);
      if (!(difference <= worst)) {
        worst = difference;
        at = i;
      }
    }
    // Where all is zero there is nothing to be relative to: then zero it must be.
    assertThat(worst)
        .as(
            "largest difference in %s: element %d of %s, where the largest expected is %s",
            what, at, expected.shape(), largest)
        .isLessThanOrEqualTo(tolerance * largest);
  }

  /** The same shape and the same bits. */
  static void assertSameBits(String what, Tensor actual, Tensor expected) {
    assertClose(what, actual, expected, 0);
    assertThat(actual).as("bits of %s", what).isEqualTo(expected);
  }
}
