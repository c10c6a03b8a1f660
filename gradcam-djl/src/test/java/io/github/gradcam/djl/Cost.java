package io.github.gradcam.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.model.Execution;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.trials.Differences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Prints what Grad-CAM at the default layer costs, as a ratio to DJL's own forward pass of the same
 * unmodified file, in the same process: interleaved rounds, medians. The files are those of {@code
 * tools/parity/make_models.py DIRECTORY --cost}.
 */
public final class Cost {

  private static final int SIDE = 224;
  private static final int TARGETS = 5;

  private final Shape shape;
  private final float[] values;
  private final int rounds;

  private Cost(int batch, int rounds) {
    this.shape = Shape.of(batch, 3, SIDE, SIDE);
    this.values = new float[shape.size()];
    this.rounds = rounds;
    Random random = new Random(0);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
  }

  /**
   * Prints the table.
   *
   * @param args the directory, and the number of rounds (default 30)
   */
  public static void main(String[] args) throws Exception {
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 30;
    System.out.printf(
        "%-24s %5s %11s %11s %11s %11s %11s %9s  %s%n",
        "file",
        "batch",
        "forward, ms",
        "as written",
        "by default",
        "5 classes",
        "simplified",
        "maps",
        "layer");
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".pt")).sorted().toList()) {
        try (ai.djl.Model plain = ai.djl.Model.newInstance("m", ai.djl.Device.cpu(), "PyTorch");
            Model written = open(file, Execution.AS_WRITTEN);
            Model automatic = open(file, Execution.AUTOMATIC);
            Model simplified = open(file, Execution.SIMPLIFIED)) {
          plain.load(file);
          for (int batch : new int[] {1, 8}) {
            new Cost(batch, rounds)
                .measure(
                    file,
                    plain,
                    List.of(GradCam.of(written), GradCam.of(automatic), GradCam.of(simplified)));
          }
        }
      }
    }
  }

  private static Model open(Path file, Execution execution) {
    return new DjlBackend().open(file, ModelOptions.builder().execution(execution).build());
  }

  private void measure(Path file, ai.djl.Model plain, List<GradCam> ways) {
    Tensor images = Tensor.of(shape, values);
    List<Runnable> kinds =
        List.of(
            () -> forward(plain),
            () -> ways.get(0).explain(images, Target.predicted()),
            () -> ways.get(1).explain(images, Target.predicted()),
            () -> ways.get(1).explain(images, Target.top(TARGETS)),
            () -> ways.get(2).explain(images, Target.predicted()));
    double[][] times = new double[kinds.size()][rounds];
    int warm = Math.max(3, rounds / 5);
    for (int round = -warm; round < rounds; round++) {
      for (int kind = 0; kind < kinds.size(); kind++) {
        long start = System.nanoTime();
        kinds.get(kind).run();
        if (round >= 0) {
          times[kind][round] = (System.nanoTime() - start) / 1e6;
        }
      }
    }
    double forward = median(times[0]);
    Explanation exact = ways.get(0).explain(images, Target.predicted()).get(0).get(0);
    Explanation fast = ways.get(2).explain(images, exact(exact)).get(0).get(0);
    Explanation chosen = ways.get(1).explain(images, exact(exact)).get(0).get(0);
    System.out.printf(
        Locale.ROOT,
        "%-24s %5d %11.1f %11.3f %11.3f %11.3f %11.3f %9.1e  %s: %s%n",
        file.getFileName(),
        shape.length(0),
        forward,
        median(times[1]) / forward,
        median(times[2]) / forward,
        median(times[3]) / forward,
        median(times[4]) / forward,
        Differences.between(fast.heatmap().raw(), exact.heatmap().raw()),
        String.join(", ", chosen.provenance().layers()),
        chosen.provenance().computation().details());
  }

  private static Target exact(Explanation explanation) {
    return Target.ofClass(explanation.score().classIndex().orElseThrow());
  }

  private void forward(ai.djl.Model plain) {
    try (NDManager manager = plain.getNDManager().newSubManager()) {
      NDArray input =
          manager.create(values, new ai.djl.ndarray.types.Shape(shape.length(0), 3, SIDE, SIDE));
      NDList output =
          plain.getBlock().forward(new ParameterStore(manager, false), new NDList(input), false);
      if (!Float.isFinite(output.singletonOrThrow().toFloatArray()[0])) {
        throw new IllegalStateException("not finite");
      }
    }
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
