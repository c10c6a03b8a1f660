package io.github.gradcam.djl.hostile;

import io.github.gradcam.GradCam;
import io.github.gradcam.djl.Structure;
import io.github.gradcam.model.Model;
import io.github.gradcam.target.Target;
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
   * @param args how many maps (default 10,000), and how many cycles (default 200)
   */
  public static void main(String[] args) {
    Structure structure = Structure.of("residual-scripted");
    int maps = args.length > 0 ? Integer.parseInt(args[0]) : MAPS;
    int cycles = args.length > 1 ? Integer.parseInt(args[1]) : CYCLES;
    System.out.println("opened and closed, resident MiB");
    for (int i = 0; i <= cycles; i++) {
      if (i % 50 == 0) {
        print(i);
      }
      try (Model model = structure.open()) {
        explain(GradCam.of(model), structure);
      }
    }
    System.out.println("maps, resident MiB");
    try (Model model = structure.open()) {
      GradCam cam = GradCam.of(model);
      for (int i = 0; i <= maps; i++) {
        if (i % (MAPS / 4) == 0) {
          print(i);
        }
        explain(cam, structure);
      }
    }
  }

  private static void explain(GradCam cam, Structure structure) {
    cam.explain(structure.input(), List.of(Target.predicted())).get(0).get(0).heatmap();
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
