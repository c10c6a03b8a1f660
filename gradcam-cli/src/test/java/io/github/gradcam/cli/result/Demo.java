package io.github.gradcam.cli.result;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.Models;
import io.github.gradcam.image.Images;
import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.image.Resize;
import io.github.gradcam.model.Model;
import io.github.gradcam.target.Score;
import io.github.gradcam.target.Target;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** Real explanations: the model that comes with the command line looks at free photos. */
public final class Demo implements AutoCloseable {

  private final Model model =
      Models.load(resource("/io/github/gradcam/cli/setup/imagenette-cnn.pt"));
  private final GradCam named;
  private final GradCam nameless;

  public Demo() throws IOException {
    Preprocessing preprocessing =
        Preprocessing.torchvision().withResize(new Resize.Squash(160, 160));
    this.nameless = GradCam.builder(model).preprocessing(preprocessing).build();
    this.named =
        GradCam.builder(model)
            .preprocessing(preprocessing)
            .labels(Files.readAllLines(resource("/io/github/gradcam/cli/setup/labels.txt")))
            .build();
  }

  /** A photo of the quickstart. */
  public static BufferedImage photo(String name) {
    return Images.read(resource("/io/github/gradcam/cli/photos/" + name));
  }

  public ExplainedPhoto explained(String file, BufferedImage photo, Target target) {
    return new ExplainedPhoto(file, named.explain(photo, target), 12.3456);
  }

  public ExplainedPhoto withoutLabels(String file, BufferedImage photo, Target target) {
    return new ExplainedPhoto(file, nameless.explain(photo, target), 12.3456);
  }

  /** As of a network whose output is not one score a class. */
  public ExplainedPhoto withoutClasses(String file, BufferedImage photo) {
    Explanation real = named.explain(photo);
    Score score = new Score("total brightness", OptionalInt.empty(), real.score().cotangent());
    return new ExplainedPhoto(
        file,
        List.of(
            new Explanation(
                real.heatmap(), score, -3.5, real.scoreKind(), List.of(), real.provenance())),
        0);
  }

  @Override
  public void close() {
    model.close();
  }

  private static Path resource(String name) {
    try {
      return Path.of(Demo.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
