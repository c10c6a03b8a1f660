package io.github.gradcam.cli.output;

import io.github.gradcam.Explanation;
import io.github.gradcam.cli.photos.Destinations;
import io.github.gradcam.cli.photos.FoundPhoto;
import io.github.gradcam.cli.photos.Output;
import io.github.gradcam.cli.result.ExplainedPhoto;
import io.github.gradcam.cli.result.PhotoResult;
import io.github.gradcam.image.Figure;
import io.github.gradcam.image.Overlay;
import io.github.gradcam.image.Panel;
import java.util.List;

/**
 * A picture of each photo: one panel for each target, captions below.
 *
 * @param files where they go
 * @param style colours and opacity
 */
public record PictureOutput(Destinations files, Overlay style) implements Output {

  @Override
  public Runnable prepare(FoundPhoto photo, PhotoResult result) {
    if (result instanceof ExplainedPhoto explained) {
      List<Panel> panels = explained.explanations().stream().map(this::panel).toList();
      Figure.of(panels).draw().write(files.of(photo));
    }
    return () -> {};
  }

  private Panel panel(Explanation explanation) {
    return new Panel(explanation.heatmap().overlay(style).image(), explanation.caption());
  }
}
