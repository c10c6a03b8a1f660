package io.github.gradcam.examples.swap;

import io.github.gradcam.Explanation;
import io.github.gradcam.Models;
import io.github.gradcam.Photo;
import io.github.gradcam.image.Figure;
import io.github.gradcam.image.Images;
import io.github.gradcam.image.Legend;
import io.github.gradcam.image.Overlay;
import io.github.gradcam.image.Panel;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws each photo's map with PyTorch, with TensorFlow, and where they differ.
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
    try (Model torch = Models.load(Bundled.torchScript());
        Model tensorFlow = Models.load(Bundled.savedModel())) {
      List<Figure.Row> rows = new ArrayList<>();
      for (Path photo : Bundled.photos()) {
        rows.add(
            row(
                Bundled.explaining(torch).build().explain(Images.read(photo)),
                Bundled.explaining(tensorFlow).build().explain(Images.read(photo))));
      }
      List<String> headings =
          List.of(
              torch.info().engine(),
              tensorFlow.info().engine(),
              String.format(Locale.ROOT, "difference × %,d", MAGNIFIED));
      Figure.grid(headings, rows)
          .withPanelHeight(HEIGHT)
          .withLegend(new Legend(Overlay.standard(), "share of each map's maximum"))
          .write(Path.of(args[0]));
    }
  }

  private static Figure.Row row(Explanation torch, Explanation tensorFlow) {
    Tensor difference =
        Difference.between(torch.heatmap().normalized(), tensorFlow.heatmap().normalized());
    return new Figure.Row("", List.of(panel(torch), panel(tensorFlow), panel(torch, difference)));
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
