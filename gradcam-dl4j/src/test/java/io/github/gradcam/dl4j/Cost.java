package io.github.gradcam.dl4j;

import io.github.gradcam.GradCam;
import io.github.gradcam.model.Model;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.zoo.model.ResNet50;
import org.deeplearning4j.zoo.model.SqueezeNet;
import org.deeplearning4j.zoo.model.VGG16;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Prints what Grad-CAM at the default layer costs for networks of Deeplearning4j's zoo, as a ratio
 * to the fastest plain inference there is here, a model's own forward pass, and to Deeplearning4j's
 * {@code output()}; in the same process, interleaved rounds, medians.
 */
public final class Cost {

  private static final int SIDE = 224;
  private static final int TARGETS = 5;
  private static final int WARM_ROUNDS = 3;
  private static final double HALF = 0.5;

  private final int rounds;

  private Cost(int rounds) {
    this.rounds = rounds;
  }

  /**
   * Prints the table.
   *
   * @param args the number of rounds (default 15)
   */
  public static void main(String[] args) {
    Cost cost = new Cost(args.length > 0 ? Integer.parseInt(args[0]) : 15);
    System.out.printf(
        "%-12s %5s %12s %12s %10s %10s %14s  %s%n",
        "network",
        "batch",
        "output(), ms",
        "forward, ms",
        "1 class",
        "5 classes",
        "to output()",
        "layer");
    cost.network("SqueezeNet", SqueezeNet.builder().numClasses(1000).build().init());
    cost.network("ResNet50", ResNet50.builder().numClasses(1000).build().init());
    cost.network("VGG16", VGG16.builder().numClasses(1000).build().init());
  }

  private void network(String name, ComputationGraph graph) {
    // Random weights of fifty layers, with batch norms that have seen nothing, overflow.
    graph.params().muli(HALF);
    try (Model model = Dl4jModels.of(graph)) {
      for (int batch : new int[] {1, 8}) {
        measure(name, graph, model, batch);
      }
    }
  }

  private void measure(String name, ComputationGraph graph, Model model, int batch) {
    GradCam cam = GradCam.of(model);
    Shape shape = Shape.of(batch, 3, SIDE, SIDE);
    float[] values = new float[shape.size()];
    Random random = new Random(0);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    Tensor images = Tensor.of(shape, values);
    INDArray given = Nd4j.create(values, new long[] {batch, 3, SIDE, SIDE}, 'c');
    double[][] plain = times(List.of(() -> graph.output(given)));
    double[][] times =
        times(
            List.of(
                () -> model.forward(images),
                () -> cam.explain(images, Target.predicted()),
                () -> cam.explain(images, Target.top(TARGETS))));
    double output = median(plain[0]);
    double forward = median(times[0]);
    System.out.printf(
        Locale.ROOT,
        "%-12s %5d %12.1f %12.1f %10.3f %10.3f %14.3f  %s%n",
        name,
        batch,
        output,
        forward,
        median(times[1]) / forward,
        median(times[2]) / forward,
        median(times[1]) / output,
        String.join(
            ", ", cam.explain(images, Target.predicted()).get(0).get(0).provenance().layers()));
  }

  /** Each in turn, and in every round another one first: what ran before leaves its traces. */
  private double[][] times(List<Runnable> kinds) {
    double[][] times = new double[kinds.size()][rounds];
    for (int round = -WARM_ROUNDS; round < rounds; round++) {
      for (int i = 0; i < kinds.size(); i++) {
        int kind = Math.floorMod(i + round, kinds.size());
        long start = System.nanoTime();
        kinds.get(kind).run();
        if (round >= 0) {
          times[kind][round] = (System.nanoTime() - start) / 1e6;
        }
      }
    }
    return times;
  }

  private static double median(double[] times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }
}
