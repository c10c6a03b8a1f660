package io.github.gradcam.examples.vgg16.evaluation;

import java.util.OptionalDouble;

/**
 * How well a class is recognised.
 *
 * @param label what people call it
 * @param correct how many of its photos were recognised
 * @param predicted how many photos were taken for it
 * @param support how many photos of it there are
 */
record ClassScore(String label, int correct, int predicted, int support) {

  /** Of the photos that were taken for it, the share that are of it. */
  OptionalDouble precision() {
    return share(correct, predicted);
  }

  /** Of its photos, the share that was recognised. */
  OptionalDouble recall() {
    return share(correct, support);
  }

  /** The harmonic mean of precision and recall. */
  OptionalDouble f1() {
    return share(2.0 * correct, (double) predicted + support);
  }

  private static OptionalDouble share(double part, double whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
  }
}
