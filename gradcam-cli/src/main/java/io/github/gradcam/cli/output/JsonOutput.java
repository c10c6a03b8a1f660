package io.github.gradcam.cli.output;

import io.github.gradcam.cli.photos.FoundPhoto;
import io.github.gradcam.cli.photos.Output;
import io.github.gradcam.cli.result.PhotoResult;
import java.io.PrintWriter;
import java.util.function.Function;

/**
 * One JSON object a line for each photo, explained or not.
 *
 * @param out where lines go
 * @param json makes a photo's object
 */
public record JsonOutput(PrintWriter out, Function<PhotoResult, String> json) implements Output {

  @Override
  public Runnable prepare(FoundPhoto photo, PhotoResult result) {
    String line = json.apply(result);
    return () -> out.println(line);
  }

  @Override
  public void finish() {
    out.flush();
  }
}
