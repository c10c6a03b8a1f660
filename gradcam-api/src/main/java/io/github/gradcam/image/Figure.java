package io.github.gradcam.image;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.file.WholeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several pictures in one, row by row, with captions below them and, where wanted, headings and a
 * legend. Text never covers a picture.
 *
 * <p>All pictures are drawn equally high, and no earlier than the figure is. Immutable as long as
 * the pictures are; the {@code with…} methods give changed copies.
 *
 * @param columnHeadings what stands above each column; empty for none
 * @param rows the pictures, row by row; at least one
 * @param panelHeight how high each picture is drawn, in pixels; at least 1
 * @param theme what the figure stands on
 * @param legend what the colours mean
 */
public record Figure(
    List<String> columnHeadings,
    List<Row> rows,
    int panelHeight,
    Theme theme,
    Optional<Legend> legend) {

  private static final int SMALLEST = 192;
  private static final int LARGEST = 640;

  /**
   * One row of a figure.
   *
   * @param heading what stands to its left; empty for nothing
   * @param panels its pictures, from left to right; at least one
   */
  public record Row(String heading, List<Panel> panels) {

    /** Checks that there is something to draw. */
    public Row {
      panels = List.copyOf(panels);
      if (panels.isEmpty()) {
        throw new InvalidInputException(
            "A figure needs at least one panel a row, but there is none. Add a picture to it.");
      }
    }
  }

  /** Checks that there is something to draw, and that headings and columns are as many. */
  public Figure {
    columnHeadings = List.copyOf(columnHeadings);
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new InvalidInputException(
          "A figure needs at least one panel, but there is none. Add a picture to it.");
    }
    if (panelHeight < 1) {
      throw new InvalidInputException(
          "Panels are at least 1 pixel high, but " + panelHeight + " were asked for.");
    }
    for (Row row : rows) {
      if (!columnHeadings.isEmpty() && columnHeadings.size() != row.panels().size()) {
        throw new InvalidInputException(
            "The grid has "
                + columnHeadings.size()
                + " column headings, but a row of "
                + row.panels().size()
                + " panels. Give each column a heading, which may be empty.");
      }
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
    return grid(List.of(), flowing(panels, Math.max(1, columns)));
  }

  /**
   * A figure of one picture at its own resolution.
   *
   * @param panel the picture
   * @return the figure
   */
  public static Figure single(Panel panel) {
    return of(List.of(panel)).withPanelHeight(panel.motif().height());
  }

  /**
   * A table of pictures, such as photos by classes or photos by methods. Panels are as high as the
   * highest picture, within reason.
   *
   * @param columnHeadings what stands above each column; empty for none
   * @param rows the rows, each with as many panels as there are headings
   * @return the figure
   * @throws InvalidInputException if there is no row, or a row has not as many panels
   */
  public static Figure grid(List<String> columnHeadings, List<Row> rows) {
    int highest =
        rows.stream()
            .flatMap(row -> row.panels().stream())
            .mapToInt(panel -> panel.motif().height())
            .max()
            .orElse(SMALLEST);
    int height = Math.max(SMALLEST, Math.min(LARGEST, highest));
    return new Figure(columnHeadings, rows, height, Theme.LIGHT, Optional.empty());
  }

  /** How many panels the longest row has. */
  public int columns() {
    return rows.stream().mapToInt(row -> row.panels().size()).max().orElse(0);
  }

  /**
   * A copy whose panels flow into another number of columns.
   *
   * @param columns at least 1
   * @return the copy
   * @throws InvalidInputException if the number is below 1, or the figure has headings, which would
   *     no longer be true
   */
  public Figure withColumns(int columns) {
    if (columns < 1) {
      throw new InvalidInputException(
          "A figure needs at least 1 column, but " + columns + " columns were asked for.");
    }
    if (!columnHeadings.isEmpty() || rows.stream().anyMatch(row -> !row.heading().isEmpty())) {
      throw new InvalidInputException(
          "The panels of a grid stand under and beside headings and cannot flow into "
              + columns
              + " columns. Make another grid.");
    }
    List<Panel> panels = rows.stream().flatMap(row -> row.panels().stream()).toList();
    return new Figure(columnHeadings, flowing(panels, columns), panelHeight, theme, legend);
  }

  /**
   * A copy with pictures of another height.
   *
   * @param panelHeight in pixels, at least 1
   * @return the copy
   */
  public Figure withPanelHeight(int panelHeight) {
    return new Figure(columnHeadings, rows, panelHeight, theme, legend);
  }

  /**
   * A copy on another ground.
   *
   * @param theme what the figure stands on
   * @return the copy
   */
  public Figure withTheme(Theme theme) {
    return new Figure(columnHeadings, rows, panelHeight, theme, legend);
  }

  /**
   * A copy with a legend for all its pictures, below them.
   *
   * @param legend what the colours mean
   * @return the copy
   */
  public Figure withLegend(Legend legend) {
    return new Figure(columnHeadings, rows, panelHeight, theme, Optional.of(legend));
  }

  /**
   * Draws the figure.
   *
   * @return the picture
   * @throws io.github.gradcam.error.EngineException if there is text and this machine has no font
   *     at all
   * @throws InvalidInputException if it would have more than 2³¹ pixels
   */
  public Picture draw() {
    return new Picture(RasterCanvas.draw(FigureLayout.of(this), theme));
  }

  /**
   * Draws the figure as SVG, to be read without anything else: pictures are embedded as PNG, text
   * stays text in the reader's own sans-serif type.
   *
   * @return the drawing, XML without declaration, to be stored as UTF-8
   * @throws io.github.gradcam.error.EngineException as {@link #draw}
   */
  public String svg() {
    return SvgCanvas.draw(FigureLayout.of(this), theme);
  }

  /**
   * Writes it, whole or not at all; an existing file is replaced.
   *
   * @param file where it will lie, in an existing folder: {@code .svg}, or what {@link
   *     Picture#write} takes
   * @throws io.github.gradcam.error.WriteException if its name ends otherwise, or it cannot be
   *     written
   */
  public void write(Path file) {
    if (FileEnding.of(file, FileEnding.FIGURES) == FileEnding.SVG) {
      byte[] svg = svg().getBytes(StandardCharsets.UTF_8);
      WholeFile.write(file, out -> out.write(svg));
    } else {
      draw().write(file);
    }
  }

  int width(Panel panel) {
    Motif motif = panel.motif();
    return (int) Math.max(1, Math.round((double) motif.width() * panelHeight / motif.height()));
  }

  private static List<Row> flowing(List<Panel> panels, int columns) {
    List<Row> rows = new ArrayList<>();
    for (int from = 0; from < panels.size(); from += columns) {
      rows.add(new Row("", panels.subList(from, Math.min(panels.size(), from + columns))));
    }
    return rows;
  }
}
