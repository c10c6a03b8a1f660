package io.github.gradcam.cli.output;

import io.github.gradcam.Explanation;
import io.github.gradcam.cli.photos.Folders;
import io.github.gradcam.cli.photos.FoundPhoto;
import io.github.gradcam.cli.photos.Output;
import io.github.gradcam.cli.result.ExplainedPhoto;
import io.github.gradcam.cli.result.PhotoResult;
import io.github.gradcam.image.Figure;
import io.github.gradcam.image.Panel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One figure of all photos: a row for each, a column for each target. */
public final class GridOutput implements Output {

  /** More would be no picture that anybody looks at. */
  public static final int MOST_PHOTOS = 100;

  private static final int LONGER_SIDE = 320;

  private final Path file;
  private final Look look;
  private final List<Figure.Row> rows = new ArrayList<>();

  /** What the columns are, as long as they are the same in every row. */
  private @Nullable List<String> columns;

  /**
   * A figure to come.
   *
   * @param file where it goes
   * @param look how it looks
   */
  public GridOutput(Path file, Look look) {
    Folders.make(file.toAbsolutePath().getParent());
    this.file = file;
    this.look = look;
  }

  @Override
  public Runnable prepare(FoundPhoto photo, PhotoResult result) {
    if (!(result instanceof ExplainedPhoto explained)) {
      return () -> {};
    }
    List<Panel> panels = explained.explanations().stream().map(this::small).toList();
    Figure.Row row = new Figure.Row(photo.name().toString(), panels);
    List<String> scores =
        explained.explanations().stream().map(each -> each.score().description()).toList();
    return () -> add(row, scores);
  }

  private void add(Figure.Row row, List<String> scores) {
    columns = columns == null || columns.equals(scores) ? scores : List.of();
    rows.add(row);
  }

  private Panel small(Explanation explanation) {
    Panel panel = look.panel(explanation);
    return new Panel(panel.draw(LONGER_SIDE).image(), panel.caption());
  }

  /** Draws nothing if no photo could be explained. */
  @Override
  public void finish() {
    if (!rows.isEmpty() && columns != null) {
      List<String> headings = look.text() == Look.Text.NONE ? List.of() : columns;
      look.dressed(Figure.grid(headings, rows)).write(file);
    }
  }
}
