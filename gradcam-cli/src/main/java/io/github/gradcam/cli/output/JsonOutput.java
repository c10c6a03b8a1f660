package io.github.gradcam.cli.output;

import io.github.gradcam.cli.photos.FoundPhoto;
import io.github.gradcam.cli.photos.Output;
import io.github.gradcam.cli.result.PhotoResult;
import io.github.gradcam.cli.result.ResultJson;
import java.io.PrintWriter;

/**
 * One JSON object a line for each photo, explained or not.
 *
 * @param out where lines go
 * @param json makes the objects
 */
public record JsonOutput(PrintWriter out, ResultJson json) implements Output {

  @Override
  public Runnable prepare(FoundPhoto photo, PhotoResult result) {
    String line = json.line(result);
    return () -> new Lines(out).add(line);
  }
}
