package io.github.gradcam.examples.swap;

import io.github.gradcam.Explanation;
import io.github.gradcam.Photo;
import io.github.gradcam.image.Figure;
import io.github.gradcam.image.Legend;
import io.github.gradcam.image.Overlay;
import io.github.gradcam.image.Panel;
import io.github.gradcam.method.CamMethods;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws each photo's map in each engine, and where they differ.
 *
 * <p>Usage: {@code SideBySide PICTURE}.
 */
final class SideBySide {

  private static final int MAGNIFIED = 1_000_000;
  private static final int HEIGHT = 192;

  private SideBySide() {}

  /**
   * Runs the program.
   *
   * @param args where the picture goes
   */
  public static void main(String[] args) {
    try (Engines engines = Engines.all()) {
      List<Figure.Row> rows = new ArrayList<>();
      for (Path photo : Bundled.photos()) {
        rows.add(row(engines.explain(photo, CamMethods.gradCam())));
      }
      List<String> headings = new ArrayList<>();
      engines.models().values().forEach(model -> headings.add(model.info().engine()));
      headings.add(String.format(Locale.ROOT, "difference × %,d", MAGNIFIED));
      Figure.grid(headings, rows)
          .withPanelHeight(HEIGHT)
          .withLegend(new Legend(Overlay.standard(), "share of each map's maximum"))
          .write(Path.of(args[0]));
    }
  }

  private static Figure.Row row(Explained explained) {
    List<Panel> panels = new ArrayList<>();
    explained.by().values().forEach(explanation -> panels.add(panel(explanation)));
    panels.add(panel(explained.in(Engine.TORCH), explained.apart()));
    return new Figure.Row("", panels);
  }

  private static Panel panel(Explanation explanation) {
    return explanation.heatmap().panel(Overlay.standard(), explanation.caption());
  }

  private static Panel panel(Explanation explanation, Tensor difference) {
    Photo photo = explanation.heatmap().photo().orElseThrow();
    String caption = String.format(Locale.ROOT, "at most %.1e", Difference.largest(difference));
    return Overlay.standard()
        .panel(photo.image(), Difference.times(difference, MAGNIFIED), photo.placement(), caption);
  }
}
