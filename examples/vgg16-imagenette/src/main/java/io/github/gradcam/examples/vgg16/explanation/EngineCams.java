package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.image.Images;
import io.github.gradcam.target.Target;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The network in several engines. All are asked for the class that the first one predicts: maps of
 * different classes cannot be compared.
 *
 * @param cams one an engine
 */
record EngineCams(List<GradCam> cams) {

  EngineCams {
    cams = List.copyOf(cams);
    if (cams.size() < 2) {
      throw new InvalidInputException(
          "To compare engines takes at least two, but there is " + cams.size() + ". Open more.");
    }
  }

  /** For each photo one explanation an engine. */
  List<List<Explanation>> explain(List<Path> files) {
    List<BufferedImage> photos = files.stream().map(Images::read).toList();
    List<Explanation> first =
        cams.get(0).explain(photos, Target.predicted()).stream()
            .map(explanations -> explanations.get(0))
            .toList();
    List<Target> targets =
        first.stream()
            .map(explanation -> Target.ofClass(explanation.score().classIndex().orElseThrow()))
            .toList();
    List<List<Explanation>> byPhoto = new ArrayList<>();
    first.forEach(explanation -> byPhoto.add(new ArrayList<>(List.of(explanation))));
    for (GradCam other : cams.subList(1, cams.size())) {
      List<List<Explanation>> explained = other.explain(photos, targets);
      for (int i = 0; i < files.size(); i++) {
        byPhoto.get(i).add(explained.get(i).get(0));
      }
    }
    return byPhoto;
  }
}
