package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.console.Progress;
import io.github.gradcam.image.Images;
import io.github.gradcam.target.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A photo, explained for the class that is predicted and for the next.
 *
 * @param predicted for the most probable class
 * @param runnerUp for the second; empty where the network knows but one class
 */
record Explained(Explanation predicted, Optional<Explanation> runnerUp) {

  /** Reads and explains photos; one a file, in their order. */
  static List<Explained> of(GradCam cam, List<Path> files, Console console) {
    List<Explained> explained = new ArrayList<>();
    try (Progress progress = console.progress("explaining", "photos", files.size())) {
      for (List<Path> batch : Batches.of(files)) {
        for (List<Explanation> ranked :
            cam.explain(batch.stream().map(Images::read).toList(), Target.top(2))) {
          explained.add(new Explained(ranked.get(0), ranked.stream().skip(1).findFirst()));
        }
        progress.advance(batch.size());
      }
    }
    return explained;
  }
}
