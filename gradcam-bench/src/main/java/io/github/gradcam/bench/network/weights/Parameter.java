package io.github.gradcam.bench.network.weights;

import io.github.gradcam.tensor.Shape;
import java.util.SplittableRandom;

/**
 * An array of numbers that a network needs.
 *
 * @param name as in torchvision's {@code state_dict}
 * @param shape its lengths
 * @param row how many of its numbers are drawn together
 * @param draw how
 */
record Parameter(String name, Shape shape, int row, Draw draw) {

  /** Draws numbers. */
  @FunctionalInterface
  interface Draw {

    /**
     * Fills an array.
     *
     * @param numbers are overwritten
     * @param random where chance comes from
     */
    void fill(float[] numbers, SplittableRandom random);
  }

  int rows() {
    return shape.size() / row;
  }
}
