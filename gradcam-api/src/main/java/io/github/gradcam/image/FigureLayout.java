package io.github.gradcam.image;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure's table: columns as wide as their widest picture, rows as high as a picture and the most
 * lines of caption in that row.
 *
 * @param width of the figure, margins included
 * @param height of the figure, margins included
 * @param cells where each panel's picture and caption go
 */
record FigureLayout(int width, int height, List<Rectangle> cells) {

  /**
   * Lays panels out in reading order.
   *
   * @param sizes of each panel, caption included
   * @param columns how many stand in a row
   * @param gap between panels and around them
   */
  static FigureLayout of(List<Dimension> sizes, int columns, int gap) {
    int[] widths = new int[Math.min(columns, sizes.size())];
    int[] heights = new int[(sizes.size() + columns - 1) / columns];
    for (int i = 0; i < sizes.size(); i++) {
      widths[i % columns] = Math.max(widths[i % columns], sizes.get(i).width);
      heights[i / columns] = Math.max(heights[i / columns], sizes.get(i).height);
    }
    List<Rectangle> cells = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      int column = i % columns;
      int row = i / columns;
      cells.add(
          new Rectangle(
              start(widths, column, gap), start(heights, row, gap), widths[column], heights[row]));
    }
    return new FigureLayout(
        start(widths, widths.length, gap), start(heights, heights.length, gap), cells);
  }

  private static int start(int[] lengths, int index, int gap) {
    int start = gap;
    for (int i = 0; i < index; i++) {
      start += lengths[i] + gap;
    }
    return start;
  }
}
