package io.github.gradcam.cli.output;

import io.github.gradcam.Explanation;
import io.github.gradcam.image.Figure;
import io.github.gradcam.image.Legend;
import io.github.gradcam.image.Overlay;
import io.github.gradcam.image.Panel;
import io.github.gradcam.image.Theme;
import java.util.List;

/**
 * How pictures look.
 *
 * @param overlay colours, opacity and lines
 * @param theme the ground that text stands on
 * @param text what is written around a picture
 */
public record Look(Overlay overlay, Theme theme, Text text) {

  /** What is written around a picture. */
  public enum Text {
    /** Nothing: the overlay alone. */
    NONE,
    /** What was explained, and what the colours mean. */
    CAPTION_AND_LEGEND
  }

  /** The panel of one explanation. */
  Panel panel(Explanation explanation) {
    return explanation.heatmap().panel(overlay, text == Text.NONE ? "" : explanation.caption());
  }

  /** One photo's figure: a panel for each of its explanations. */
  Figure figure(List<Explanation> explanations) {
    List<Panel> panels = explanations.stream().map(this::panel).toList();
    Figure figure = panels.size() == 1 ? Figure.single(panels.get(0)) : Figure.of(panels);
    return dressed(figure);
  }

  /** A figure with theme and legend, as text is wanted. */
  Figure dressed(Figure figure) {
    Figure themed = figure.withTheme(theme);
    return text == Text.NONE
        ? themed
        : themed.withLegend(new Legend(overlay, "heat, as a share of each map's maximum"));
  }
}
