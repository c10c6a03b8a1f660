package io.github.gradcam.cli;

import io.github.gradcam.cli.output.Look;
import io.github.gradcam.image.Colormap;
import io.github.gradcam.image.Contours;
import io.github.gradcam.image.Overlay;
import io.github.gradcam.image.Theme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said of how pictures look. */
final class LookArguments {

  @Option(
      names = "--colormap",
      paramLabel = "C",
      description = "The colours of heat: ${COMPLETION-CANDIDATES}.")
  private @Nullable Colormap colormap;

  @Option(
      names = "--alpha",
      paramLabel = "A",
      description = "0 to 1: how much of the photo heat hides, at most.")
  private @Nullable Double alpha;

  @Option(
      names = "--contours",
      description = "Draw lines where heat is a quarter, a half and three quarters of its maximum.")
  private boolean contours;

  @Option(
      names = "--theme",
      paramLabel = "T",
      defaultValue = "light",
      description = "The ground that captions stand on: ${COMPLETION-CANDIDATES}.")
  private Theme theme;

  @Option(names = "--plain", description = "Only the photo and its heat: no caption, no legend.")
  private boolean plain;

  Look look() {
    Overlay overlay = Overlay.standard();
    if (colormap != null) {
      overlay = overlay.withColormap(colormap);
    }
    if (alpha != null) {
      overlay = overlay.withOpacity(alpha);
    }
    if (contours) {
      overlay = overlay.withContours(Contours.at(0.25, 0.5, 0.75));
    }
    return new Look(overlay, theme, plain ? Look.Text.NONE : Look.Text.CAPTION_AND_LEGEND);
  }
}
