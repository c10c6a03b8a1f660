package io.github.gradcam.cli.output;

import io.github.gradcam.Explanation;
import io.github.gradcam.cli.photos.Destinations;
import io.github.gradcam.cli.photos.FoundPhoto;
import io.github.gradcam.cli.photos.Output;
import io.github.gradcam.cli.result.ExplainedPhoto;
import io.github.gradcam.cli.result.PhotoResult;
import java.nio.file.Path;
import java.util.List;

/**
 * A picture of each photo: one panel for each target.
 *
 * @param files where they go
 * @param look how they look
 */
public record PictureOutput(Destinations files, Look look) implements Output {

  @Override
  public Runnable prepare(FoundPhoto photo, PhotoResult result) {
    if (result instanceof ExplainedPhoto explained) {
      draw(explained.explanations(), files.ready(photo));
    }
    return () -> {};
  }

  private void draw(List<Explanation> explanations, Path file) {
    if (explanations.size() == 1 && look.text() == Look.Text.NONE) {
      explanations.get(0).heatmap().overlay(look.overlay()).write(file);
    } else {
      look.figure(explanations).write(file);
    }
  }
}
