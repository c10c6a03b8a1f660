package io.github.gradcam.image;

import io.github.gradcam.tensor.Tensor;
import java.util.Arrays;

/**
 * Where a map crosses one level: marching squares, with the crossings of each line found one after
 * the other. The outermost values go on to the map's edges.
 *
 * <p>An edge of the grid has a number. Around a cell, clockwise, the map rises above the level as
 * often as it falls below; a line enters where it rises and leaves where it falls, which is where
 * it rises for the cell beyond.
 */
final class ContourLines {

  private static final int NONE = -1;

  private final float[] values;
  private final int columns;
  private final int rows;
  private final double level;

  /** The edge where a line leaves the cell that it enters at an edge. */
  private final int[] next;

  private final boolean[] entered;

  /** What is done with each point of a line. */
  interface Pen {

    /** Begins a line. */
    void moveTo(double x, double y);

    /** Goes on with it. */
    void lineTo(double x, double y);
  }

  private ContourLines(Tensor map, double level) {
    this.columns = map.shape().length(1) + 2;
    this.rows = map.shape().length(0) + 2;
    this.values = continued(map.toArray(), columns, rows);
    this.level = level;
    this.next = new int[2 * columns * rows];
    this.entered = new boolean[next.length];
    Arrays.fill(next, NONE);
  }

  /**
   * Draws every line of a level, in the map's own coordinates.
   *
   * @param map {@code [h, w]}
   */
  static void trace(Tensor map, double level, Pen pen) {
    ContourLines lines = new ContourLines(map, level);
    for (int y = 0; y < lines.rows - 1; y++) {
      for (int x = 0; x < lines.columns - 1; x++) {
        lines.cross(x, y);
      }
    }
    for (int edge = 0; edge < lines.next.length; edge++) {
      if (!lines.entered[edge]) {
        lines.follow(edge, pen);
      }
    }
    for (int edge = 0; edge < lines.next.length; edge++) {
      lines.follow(edge, pen);
    }
  }

  /** Notes how lines cross the cell whose upper left corner this is. */
  private void cross(int x, int y) {
    int corner = y * columns + x;
    boolean high = values[corner] >= level;
    if (high == values[corner + 1] >= level
        && high == values[corner + columns] >= level
        && high == values[corner + columns + 1] >= level) {
      return;
    }
    int[] corners = {corner, corner + 1, corner + columns + 1, corner + columns};
    int[] edges = {2 * corner, 2 * corner + 3, 2 * (corner + columns), 2 * corner + 1};
    int[] rising = {NONE, NONE};
    int[] falling = {NONE, NONE};
    int rises = 0;
    int falls = 0;
    float sum = 0;
    for (int i = 0; i < 4; i++) {
      boolean here = values[corners[i]] >= level;
      boolean there = values[corners[(i + 1) % 4]] >= level;
      sum += values[corners[i]];
      if (!here && there) {
        rising[rises++] = edges[i];
      } else if (here && !there) {
        falling[falls++] = edges[i];
      }
    }
    // In a saddle, each line cuts off one corner: a high one, unless the middle is high as well.
    boolean risesFirst = rises == 2 && !high;
    boolean ridge = sum / 4 >= level;
    for (int i = 0; i < rises; i++) {
      int partner = rises == 1 || risesFirst != ridge ? i : 1 - i;
      join(rising[i], falling[partner]);
    }
  }

  private void join(int from, int to) {
    next[from] = to;
    entered[to] = true;
  }

  private void follow(int first, Pen pen) {
    if (next[first] == NONE) {
      return;
    }
    pen.moveTo(x(first), y(first));
    int edge = first;
    while (next[edge] != NONE) {
      int to = next[edge];
      next[edge] = NONE;
      pen.lineTo(x(to), y(to));
      edge = to;
    }
  }

  private double x(int edge) {
    int column = edge / 2 % columns;
    double from = place(column, columns);
    return edge % 2 == 1 ? from : from + share(edge) * (place(column + 1, columns) - from);
  }

  private double y(int edge) {
    int row = edge / 2 / columns;
    double from = place(row, rows);
    return edge % 2 == 0 ? from : from + share(edge) * (place(row + 1, rows) - from);
  }

  /** How far along an edge the level lies. */
  private double share(int edge) {
    float from = values[edge / 2];
    float to = values[edge / 2 + (edge % 2 == 0 ? 1 : columns)];
    return (level - from) / (to - from);
  }

  /** The middle of a sample, or the map's edge for those added outside. */
  private static double place(int index, int count) {
    return Math.max(0, Math.min(count - 2, index - 0.5));
  }

  private static float[] continued(float[] map, int columns, int rows) {
    float[] values = new float[columns * rows];
    for (int y = 0; y < rows; y++) {
      int from = Math.max(0, Math.min(rows - 3, y - 1)) * (columns - 2);
      for (int x = 0; x < columns; x++) {
        values[y * columns + x] = map[from + Math.max(0, Math.min(columns - 3, x - 1))];
      }
    }
    return values;
  }
}
