package io.github.gradcam.cli.output;

import io.github.gradcam.Explanation;
import io.github.gradcam.cli.photos.Destinations;
import io.github.gradcam.cli.photos.FoundPhoto;
import io.github.gradcam.cli.photos.Output;
import io.github.gradcam.cli.photos.Progress;
import io.github.gradcam.cli.result.ExplainedPhoto;
import io.github.gradcam.cli.result.PhotoResult;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A line of text for each photo: {@code dog.jpg: church 92.8 % · expand · grad-cam -> dog.png}.
 *
 * @param out where lines go
 * @param progress makes way for them
 * @param pictures where the pictures go, which the line names
 */
public record LineOutput(PrintWriter out, Progress progress, Optional<Destinations> pictures)
    implements Output {

  @Override
  public Runnable prepare(FoundPhoto photo, PhotoResult result) {
    if (!(result instanceof ExplainedPhoto explained)) {
      return () -> {}; // failures are listed at the end, on standard error
    }
    String captions =
        explained.explanations().stream()
            .map(Explanation::caption)
            .collect(Collectors.joining("; "));
    String place = pictures.map(files -> " -> " + files.of(photo)).orElse("");
    String line = Printable.of(explained.file() + ": " + captions + place);
    return () -> {
      progress.clear();
      new Lines(out).add(line);
    };
  }
}
