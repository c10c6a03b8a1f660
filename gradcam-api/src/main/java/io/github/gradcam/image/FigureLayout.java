package io.github.gradcam.image;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lays a figure out as a table: columns as wide as their widest picture or text, rows as high as a
 * picture and the most lines of caption in that row. Text stands beside pictures, never upon them.
 */
final class FigureLayout {

  private static final int NARROWEST_GAP = 8;

  /** In units of the type's size. */
  private static final double GAP = 0.6;

  private static final int NARROWEST_CAPTION = 14;
  private static final int ROW_HEADING = 13;

  /** Of a panel's height: what is wider does not make type any larger. */
  private static final int WIDEST = 4;

  private final Figure figure;
  private final Captions type;
  private final int gap;
  private final List<List<Cell>> cells;
  private final List<TextBlock> columnHeadings = new ArrayList<>();
  private final List<TextBlock> rowHeadings;
  private final int[] widths;
  private final int[] heights;
  private final Optional<LegendBlock> legend;
  private final int width;
  private final int left;
  private final int top;

  private FigureLayout(Figure figure) {
    this.figure = figure;
    this.type = type(figure);
    this.gap = (int) Math.max(NARROWEST_GAP, Math.round(GAP * type.size()));
    this.cells = figure.rows().stream().map(this::cells).toList();
    this.widths = new int[figure.columns()];
    this.heights = new int[cells.size()];
    for (int row = 0; row < cells.size(); row++) {
      for (int column = 0; column < cells.get(row).size(); column++) {
        Cell cell = cells.get(row).get(column);
        widths[column] = Math.max(widths[column], cell.width());
        heights[row] = Math.max(heights[row], cell.height());
      }
    }
    for (int column = 0; column < figure.columnHeadings().size(); column++) {
      String heading = figure.columnHeadings().get(column);
      columnHeadings.add(TextBlock.of(heading, narrowest(widths[column]), type.bold()));
      widths[column] = Math.max(widths[column], columnHeadings.get(column).width());
    }
    this.rowHeadings = figure.rows().stream().map(this::heading).toList();
    int headings = headingsWidth();
    int start = headings == 0 ? gap : 2 * gap + headings;
    int content = start - gap + Arrays.stream(widths).sum() + (widths.length - 1) * gap;
    this.legend = figure.legend().map(wanted -> new LegendBlock(wanted, content, type));
    this.width = Math.max(content, legend.map(LegendBlock::width).orElse(0)) + 2 * gap;
    // A legend that is wider than all else has the rest in its middle.
    this.left = start + (width - 2 * gap - content) / 2;
    int above = columnHeadings.stream().mapToInt(TextBlock::height).max().orElse(0);
    this.top = above == 0 ? gap : gap + above;
  }

  static Plan of(Figure figure) {
    return new FigureLayout(figure).plan();
  }

  private Plan plan() {
    List<Mark> marks = new ArrayList<>();
    for (int column = 0; column < columnHeadings.size(); column++) {
      TextBlock heading = columnHeadings.get(column);
      double middle = left(column) + widths[column] / 2.0;
      marks.addAll(heading.at(Anchor.MIDDLE, middle, top - gap / 2.0 - heading.height()));
    }
    for (int row = 0; row < cells.size(); row++) {
      TextBlock heading = rowHeadings.get(row);
      int headingsLeft = left - gap - headingsWidth();
      double middle = top(row) + (figure.panelHeight() - heading.height()) / 2.0;
      marks.addAll(heading.at(Anchor.START, headingsLeft, middle));
      for (int column = 0; column < cells.get(row).size(); column++) {
        marks.addAll(cells.get(row).get(column).at(left(column), top(row), widths[column]));
      }
    }
    int height = top(heights.length);
    if (legend.isPresent()) {
      marks.addAll(legend.get().at(width / 2.0, height - gap));
      height += legend.get().height();
    }
    return new Plan(width, height, marks);
  }

  private int headingsWidth() {
    return rowHeadings.stream().mapToInt(TextBlock::width).max().orElse(0);
  }

  private int left(int column) {
    return left + Arrays.stream(widths, 0, column).sum() + column * gap;
  }

  private int top(int row) {
    return top + Arrays.stream(heights, 0, row).sum() + row * gap;
  }

  private List<Cell> cells(Figure.Row row) {
    return row.panels().stream().map(this::cell).toList();
  }

  private Cell cell(Panel panel) {
    int width = figure.width(panel);
    return new Cell(
        panel.motif(),
        new Rectangle(width, figure.panelHeight()),
        TextBlock.of(panel.caption(), narrowest(width), type));
  }

  private TextBlock heading(Figure.Row row) {
    return TextBlock.of(row.heading(), (int) (ROW_HEADING * type.size()), type.bold());
  }

  /** How wide a text may be: wider than a narrow picture. */
  private int narrowest(int width) {
    return Math.max(width, (int) (NARROWEST_CAPTION * type.size()));
  }

  private static Captions type(Figure figure) {
    double widest =
        figure.rows().stream()
            .flatMap(row -> row.panels().stream())
            .mapToInt(figure::width)
            .max()
            .orElse(1);
    double width = Math.min(widest, WIDEST * figure.panelHeight());
    return Captions.forPictures(width, figure.panelHeight());
  }

  /** A picture and its caption. */
  private record Cell(Motif motif, Rectangle picture, TextBlock caption) {

    int width() {
      return Math.max(picture.width, caption.width());
    }

    int height() {
      return picture.height + caption.height();
    }

    List<Mark> at(int left, int top, int width) {
      Rectangle place = new Rectangle(picture);
      place.setLocation(left + (width - picture.width) / 2, top);
      List<Mark> marks = new ArrayList<>();
      marks.add(canvas -> canvas.picture(motif, place));
      marks.addAll(caption.at(Anchor.MIDDLE, left + width / 2.0, top + picture.height));
      return marks;
    }
  }
}
