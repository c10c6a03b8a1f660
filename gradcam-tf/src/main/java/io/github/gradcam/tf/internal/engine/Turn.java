package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;

/** How the axes of the engine's tensors become those of the API's. */
enum Turn {
  /** They are the same. */
  NONE,

  /** {@code [N, H, W, C]} becomes {@code [N, C, H, W]}; with one to three spatial axes. */
  LAST_TO_SECOND;

  /** The lengths in the API's order. */
  int[] fromEngine(int[] lengths) {
    if (this == NONE) {
      return lengths;
    }
    int[] turned = lengths.clone();
    turned[1] = lengths[lengths.length - 1];
    System.arraycopy(lengths, 1, turned, 2, lengths.length - 2);
    return turned;
  }

  /** The lengths in the engine's order. */
  int[] toEngine(int[] lengths) {
    if (this == NONE) {
      return lengths;
    }
    int[] turned = lengths.clone();
    turned[lengths.length - 1] = lengths[1];
    System.arraycopy(lengths, 2, turned, 1, lengths.length - 2);
    return turned;
  }

  /** A tensor from the engine's lengths and values. */
  Tensor fromEngine(int[] lengths, float[] values) {
    Shape shape = Shape.of(fromEngine(lengths));
    if (this == NONE) {
      return Tensor.of(shape, values);
    }
    int channels = lengths[lengths.length - 1];
    return Tensor.of(shape, swapped(values, lengths[0], places(lengths), channels));
  }

  /** The values in the engine's order. */
  float[] toEngine(Tensor tensor) {
    float[] values = tensor.toArray();
    if (this == NONE) {
      return values;
    }
    int[] lengths = toEngine(tensor.shape().toArray());
    return swapped(values, lengths[0], lengths[lengths.length - 1], places(lengths));
  }

  private static int places(int[] lengths) {
    int places = 1;
    for (int axis = 1; axis < lengths.length - 1; axis++) {
      places *= lengths[axis];
    }
    return places;
  }

  /** Of each item, rows become columns. */
  private static float[] swapped(float[] values, int items, int rows, int columns) {
    float[] swapped = new float[values.length];
    for (int item = 0; item < items; item++) {
      int start = item * rows * columns;
      for (int row = 0; row < rows; row++) {
        int at = start + row * columns;
        for (int column = 0; column < columns; column++) {
          swapped[start + column * rows + row] = values[at + column];
        }
      }
    }
    return swapped;
  }
}
