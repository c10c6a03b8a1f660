package io.github.gradcam.cli.output;

import io.github.gradcam.Heatmap;
import io.github.gradcam.cli.photos.Destinations;
import io.github.gradcam.cli.photos.FoundPhoto;
import io.github.gradcam.cli.photos.Output;
import io.github.gradcam.cli.result.ExplainedPhoto;
import io.github.gradcam.cli.result.PhotoResult;
import io.github.gradcam.file.Npy;
import io.github.gradcam.tensor.Tensor;
import java.util.function.Function;

/**
 * The map of each photo's first target as a NumPy file, float32 {@code [h, w]}.
 *
 * @param files where they go
 * @param map which of the heatmap's maps
 */
public record MapOutput(Destinations files, Function<Heatmap, Tensor> map) implements Output {

  @Override
  public Runnable prepare(FoundPhoto photo, PhotoResult result) {
    if (result instanceof ExplainedPhoto explained) {
      Npy.write(map.apply(explained.explanations().get(0).heatmap()), files.ready(photo));
    }
    return () -> {};
  }
}
