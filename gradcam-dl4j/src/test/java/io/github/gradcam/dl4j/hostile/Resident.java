package io.github.gradcam.dl4j.hostile;

import io.github.gradcam.GradCam;
import io.github.gradcam.dl4j.SmallNetworks;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Model;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.trials.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.IntConsumer;

/**
 * Prints how much memory the process holds, in KiB, before and behind many repetitions: of what is
 * named, so many times.
 */
final class Resident {

  private static final int WARM = 1000;
  private static final int COLLECTED = 250;
  private static final int HIGH = 45_000;

  private Resident() {}

  /**
   * Prints it.
   *
   * @param args {@code maps}, {@code batches}, {@code errors}, {@code models} or {@code close}, how
   *     often, and a folder for the network
   */
  public static void main(String[] args) {
    int times = Integer.parseInt(args[1]);
    Sample sample = Samples.graph(Path.of(args[2]));
    switch (args[0]) {
      case "models" -> repeated(times, i -> opened(sample));
      case "close" -> large(sample);
      default -> {
        try (Model model = sample.open()) {
          GradCam cam = GradCam.of(model);
          repeated(
              times,
              switch (args[0]) {
                case "maps" -> i -> explain(cam, sample, 1);
                case "batches" -> i -> explain(cam, sample, i % 2 == 0 ? 8 : 1);
                case "errors" -> i -> fail(model, sample);
                default -> throw new IllegalArgumentException(args[0]);
              });
        }
      }
    }
  }

  private static void repeated(int times, IntConsumer work) {
    collected(WARM, work);
    long before = resident();
    collected(times, work);
    System.out.println("resident " + before + " " + resident());
  }

  /**
   * With Java's collector now and then: a view that begins inside an array takes some bytes outside
   * of the heap, which are free when it is collected.
   */
  private static void collected(int times, IntConsumer work) {
    for (int i = 0; i < times; i++) {
      work.accept(i);
      if (i % COLLECTED == 0) {
        System.gc();
      }
    }
  }

  private static void explain(GradCam cam, Sample sample, int images) {
    cam.explain(
        Tensor.stack(Collections.nCopies(images, sample.input().item(0))),
        Collections.nCopies(images, Target.predicted()));
  }

  private static void opened(Sample sample) {
    try (Model model = sample.open()) {
      sample.pass(model);
    }
  }

  /** A pass that fails, and one whose way back fails. */
  private static void fail(Model model, Sample sample) {
    try (Capture capture = model.hook(sample.layer()).forward(sample.input())) {
      capture.gradients(Tensor.zeros(Shape.of(1, 1)));
      throw new IllegalStateException("a cotangent of another shape was taken");
    } catch (InvalidInputException expected) {
      // Its slopes want another width.
      Tensor wide = Tensor.zeros(Shape.of(1, SmallNetworks.CHANNELS, 9, 7));
      try (Capture capture = model.hook(sample.layer()).forward(wide)) {
        throw new IllegalStateException("an image of another width: " + capture.output());
      } catch (InvalidInputException alike) {
        return;
      }
    }
  }

  /** A model with much memory, and the same after its end. */
  private static void large(Sample sample) {
    opened(sample);
    long before = resident();
    Model model = sample.open();
    try (Capture capture =
        model
            .hook(sample.layer())
            .forward(
                Tensor.zeros(Shape.of(2, SmallNetworks.CHANNELS, HIGH, SmallNetworks.WIDTH)))) {
      capture.gradients(Tensor.zeros(capture.output().shape()));
    }
    long open = resident();
    model.close();
    System.out.println("resident " + before + " " + open + " " + resident());
  }

  private static long resident() {
    System.gc();
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException elsewhere) {
      throw new UncheckedIOException(elsewhere);
    }
  }
}
