package io.github.gradcam.tf.hostile;

import io.github.gradcam.GradCam;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.tf.TfBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints how much memory the process holds (Linux: {@code VmRSS}) while a model is opened and
 * closed 200 times, and while 10,000 maps are made.
 */
public final class Residents {

  private static final int CYCLES = 200;
  private static final int MAPS = 10_000;

  private Residents() {}

  /**
   * Prints it.
   *
   * @param args nothing for a small network of the tests, or a network for images of [3, 224, 224],
   *     which is opened and closed only
   */
  public static void main(String[] args) {
    Sample known = Sample.residual();
    Path file = args.length > 0 ? Path.of(args[0]) : known.file();
    Tensor image = args.length > 0 ? Tensor.zeros(Shape.of(1, 3, 224, 224)) : known.input();
    System.out.println("opened and closed, resident MiB");
    for (int i = 0; i <= CYCLES; i++) {
      if (i % 50 == 0) {
        print(i);
      }
      ModelOptions options = ModelOptions.builder().inputShape(image.shape().item()).build();
      try (Model model = new TfBackend().open(file, options)) {
        explain(GradCam.of(model), image);
      }
    }
    if (args.length == 0) {
      maps(known);
    }
  }

  private static void maps(Sample known) {
    System.out.println("maps, resident MiB");
    try (Model model = known.open()) {
      GradCam cam = GradCam.of(model);
      for (int i = 0; i <= MAPS; i++) {
        if (i % 1000 == 0) {
          print(i);
        }
        explain(cam, known.input());
      }
    }
  }

  private static void explain(GradCam cam, Tensor image) {
    cam.explain(image, List.of(Target.predicted())).get(0).get(0).heatmap();
  }

  private static void print(int count) {
    System.gc();
    try {
      String line =
          Files.readAllLines(Path.of("/proc/self/status")).stream()
              .filter(status -> status.startsWith("VmRSS:"))
              .findFirst()
              .orElseThrow();
      long kilobytes = Long.parseLong(line.replaceAll("\\D", ""));
      System.out.printf("%7d %7.1f%n", count, kilobytes / 1024.0);
    } catch (IOException elsewhere) {
      throw new UncheckedIOException(elsewhere);
    }
  }
}
