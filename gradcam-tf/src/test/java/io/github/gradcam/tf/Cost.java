package io.github.gradcam.tf;

import io.github.gradcam.GradCam;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.types.TFloat32;

/**
 * Prints what Grad-CAM at the default layer costs, as a ratio to a plain run of the same SavedModel
 * in TensorFlow Java's own session, in the same process: interleaved rounds, medians. The folders
 * are those of {@code tools/savedmodels/cost.py}, which measures Python beside it.
 */
public final class Cost {

  private static final int SIDE = 224;
  private static final int TARGETS = 5;
  private static final int WARM_SECONDS = 8;

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
   * @param args the directory of the SavedModels, and the number of rounds (default 30)
   */
  public static void main(String[] args) throws Exception {
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 30;
    System.out.printf(
        "%-24s %5s %12s %10s %10s  %s%n",
        "network", "batch", "session, ms", "1 class", "5 classes", "layer");
    try (Stream<Path> folders = Files.list(Path.of(args[0]))) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        try (SavedModelBundle plain = SavedModelBundle.load(folder.toString(), "serve");
            Model model = new TfBackend().open(folder, ModelOptions.defaults())) {
          for (int batch : new int[] {1, 8}) {
            new Cost(batch, rounds).measure(folder, plain, GradCam.of(model));
          }
        }
      }
    }
  }

  private void measure(Path folder, SavedModelBundle plain, GradCam cam) {
    Tensor images = Tensor.of(shape, values);
    SignatureDef signature = plain.metaGraphDef().getSignatureDefMap().get("serving_default");
    String input = signature.getInputsMap().values().iterator().next().getName();
    String output = signature.getOutputsMap().values().iterator().next().getName();
    List<Runnable> kinds =
        List.of(
            () -> forward(plain.session(), input, output),
            () -> cam.explain(images, Target.predicted()),
            () -> cam.explain(images, Target.top(TARGETS)));
    double[][] times = new double[kinds.size()][rounds];
    // Java computes at its full speed only after a while.
    long warm = System.nanoTime() + WARM_SECONDS * 1_000_000_000L;
    while (System.nanoTime() < warm) {
      kinds.forEach(Runnable::run);
    }
    for (int round = 0; round < rounds; round++) {
      for (int kind = 0; kind < kinds.size(); kind++) {
        long start = System.nanoTime();
        kinds.get(kind).run();
        times[kind][round] = (System.nanoTime() - start) / 1e6;
      }
    }
    double forward = median(times[0]);
    System.out.printf(
        Locale.ROOT,
        "%-24s %5d %12.1f %10.3f %10.3f  %s%n",
        folder.getFileName(),
        shape.length(0),
        forward,
        median(times[1]) / forward,
        median(times[2]) / forward,
        String.join(
            ", ", cam.explain(images, Target.predicted()).get(0).get(0).provenance().layers()));
  }

  private void forward(Session session, String input, String output) {
    org.tensorflow.ndarray.Shape nhwc =
        org.tensorflow.ndarray.Shape.of(shape.length(0), SIDE, SIDE, 3);
    try (TFloat32 image = TFloat32.tensorOf(nhwc, DataBuffers.of(values, true, false));
        Result result = session.runner().feed(input, image).fetch(output).run()) {
      if (!Float.isFinite(((TFloat32) result.get(0)).getFloat(0, 0))) {
        throw new IllegalStateException("not finite");
      }
    }
  }

  private static double median(double[] times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }
}
