package io.github.gradcam.examples.vgg16.training;

import ai.djl.ndarray.types.Shape;
import java.nio.ShortBuffer;
import java.util.SplittableRandom;

/**
 * A part of maps.
 *
 * @param top the first row
 * @param left the first column
 * @param height how many rows
 * @param width how many columns
 */
record Window(int top, int left, int height, int width) {

  /**
   * A window anywhere, without some rows and columns at most.
   *
   * @param maps {@code [channels, height, width]}
   * @param share how much of a side is left out at most, from 0 to 1
   * @param random where chance comes from
   */
  static Window random(Shape maps, double share, SplittableRandom random) {
    int rows = Math.toIntExact(maps.get(1));
    int columns = Math.toIntExact(maps.get(2));
    int height = rows - random.nextInt((int) (rows * share) + 1);
    int width = columns - random.nextInt((int) (columns * share) + 1);
    return new Window(
        random.nextInt(rows - height + 1), random.nextInt(columns - width + 1), height, width);
  }

  /**
   * Copies what is in the window.
   *
   * @param maps all channels, whole
   * @param shape theirs
   * @param mirrored whether left and right are swapped
   * @param into gets the window of all channels at its position
   */
  void copy(ShortBuffer maps, Shape shape, boolean mirrored, ShortBuffer into) {
    int rows = Math.toIntExact(shape.get(1));
    int columns = Math.toIntExact(shape.get(2));
    short[] line = new short[width];
    for (int channel = 0; channel < shape.get(0); channel++) {
      for (int row = top; row < top + height; row++) {
        maps.get((channel * rows + row) * columns + left, line);
        into.put(mirrored ? turned(line) : line);
      }
    }
  }

  private static short[] turned(short[] line) {
    short[] turned = new short[line.length];
    for (int column = 0; column < line.length; column++) {
      turned[column] = line[line.length - 1 - column];
    }
    return turned;
  }
}
