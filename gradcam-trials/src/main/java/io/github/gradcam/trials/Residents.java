package io.github.gradcam.trials;

import io.github.gradcam.GradCam;
import io.github.gradcam.model.Model;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints how much memory the process holds (Linux: {@code VmRSS}) while a model is opened and
 * closed 200 times, and while many maps are made.
 */
public final class Residents {

  private static final int CYCLES = 200;
  private static final String MAPS = "10000";

  private Residents() {}

  /**
   * Prints it.
   *
   * @param args the network's file or folder, the shape of an image ({@code 3,224,224}), and how
   *     many maps (default 10,000)
   */
  public static void main(String[] args) {
    Sample sample = Sample.of(args[0], args[1]);
    System.out.println("opened and closed, resident MiB");
    for (int i = 0; i <= CYCLES; i++) {
      if (i % 50 == 0) {
        print(i);
      }
      try (Model model = sample.open()) {
        explain(GradCam.of(model), sample.input());
      }
    }
    maps(sample, Integer.parseInt(args.length > 2 ? args[2] : MAPS));
  }

  private static void maps(Sample sample, int maps) {
    System.out.println("maps, resident MiB");
    try (Model model = sample.open()) {
      GradCam cam = GradCam.of(model);
      for (int i = 0; i <= maps; i++) {
        if (i % Math.max(1, maps / 10) == 0) {
          print(i);
        }
        explain(cam, sample.input());
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
