package io.github.gradcam.image;

import io.github.gradcam.error.InvalidInputException;
import java.util.List;

/**
 * Several pictures side by side, row by row, with captions below them, on white.
 *
 * <p>All pictures are drawn equally high. The {@code with…} methods give changed copies.
 *
 * @param panels the pictures, in reading order; at least one
 * @param columns how many stand in a row
 * @param panelHeight how high each picture is drawn, in pixels
 */
public record Figure(List<Panel> panels, int columns, int panelHeight) {

  private static final int SMALLEST = 192;
  private static final int LARGEST = 640;

  /** Checks that there is something to draw. */
  public Figure {
    panels = List.copyOf(panels);
    if (panels.isEmpty()) {
      throw new InvalidInputException(
          "A figure needs at least one panel, but there is none. Add a picture to it.");
    }
    if (columns < 1 || panelHeight < 16) {
      throw new InvalidInputException(
          "A figure needs at least 1 column and panels at least 16 pixels high, but "
              + columns
              + " columns and "
              + panelHeight
              + " pixels were asked for.");
    }
  }

  /**
   * A figure as square as possible; up to four panels stand in one row. Panels are as high as the
   * highest picture, within reason.
   *
   * @param panels the pictures, in reading order; at least one
   * @return the figure
   * @throws InvalidInputException if there are no panels
   */
  public static Figure of(List<Panel> panels) {
    int columns = panels.size() <= 4 ? panels.size() : (int) Math.ceil(Math.sqrt(panels.size()));
    int highest =
        panels.stream().mapToInt(panel -> panel.picture().getHeight()).max().orElse(SMALLEST);
    return new Figure(panels, Math.max(1, columns), Math.max(SMALLEST, Math.min(LARGEST, highest)));
  }

  /**
   * A copy with another number of columns.
   *
   * @param columns at least 1
   * @return the copy
   */
  public Figure withColumns(int columns) {
    return new Figure(panels, columns, panelHeight);
  }

  /**
   * A copy with pictures of another height.
   *
   * @param panelHeight in pixels, at least 16
   * @return the copy
   */
  public Figure withPanelHeight(int panelHeight) {
    return new Figure(panels, columns, panelHeight);
  }

  /**
   * Draws the figure.
   *
   * @return the picture
   * @throws io.github.gradcam.error.EngineException if there are captions and this machine has no
   *     font at all
   */
  public Picture draw() {
    return new Picture(FigurePainter.paint(this));
  }
}
