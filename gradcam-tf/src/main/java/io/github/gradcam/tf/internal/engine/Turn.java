package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;

/** How the axes of the engine's tensors become those of the API's. */
enum Turn {
  /** They are the same. */
  NONE,

  /** {@code [N, H, W, C]} becomes {@code [N, C, H, W]}; with one to three spatial axes. */
  LAST_TO_SECOND;

  /** How many numbers of a row lie in a few lines of the processor's cache. */
  private static final int BLOCK = 64;

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
    return Tensor.written(
        Shape.of(fromEngine(lengths)),
        target -> {
          if (this == NONE) {
            System.arraycopy(values, 0, target, 0, values.length);
          } else {
            swap(values, target, lengths[0], places(lengths), lengths[lengths.length - 1]);
          }
        });
  }

  /** The values in the engine's order. */
  float[] toEngine(Tensor tensor) {
    float[] values = tensor.toArray();
    if (this == NONE) {
      return values;
    }
    int[] lengths = toEngine(tensor.shape().toArray());
    float[] target = new float[values.length];
    swap(values, target, lengths[0], lengths[lengths.length - 1], places(lengths));
    return target;
  }

  private static int places(int[] lengths) {
    int places = 1;
    for (int axis = 1; axis < lengths.length - 1; axis++) {
      places *= lengths[axis];
    }
    return places;
  }

  /** Of each item, rows become columns: block by block, so that what is near stays at hand. */
  private static void swap(float[] from, float[] to, int items, int rows, int columns) {
    for (int item = 0; item < items; item++) {
      int start = item * rows * columns;
      for (int row = 0; row < rows; row += BLOCK) {
        int lastRow = Math.min(rows, row + BLOCK);
        for (int column = 0; column < columns; column += BLOCK) {
          int lastColumn = Math.min(columns, column + BLOCK);
          for (int c = column; c < lastColumn; c++) {
            int at = start + c * rows;
            for (int r = row; r < lastRow; r++) {
              to[at + r] = from[start + r * columns + c];
            }
          }
        }
      }
    }
  }
}
