package io.github.gradcam.dl4j;

import io.github.gradcam.GradCam;
import io.github.gradcam.model.Model;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.zoo.model.ResNet50;

/**
 * Prints how many maps a second threads make that share one model: at once, and one at a time
 * behind a lock; whether all of them are the same, bit for bit.
 */
public final class Throughput {

  private static final int SIDE = 224;
  private static final int MAPS = 64;
  private static final double HALF = 0.5;

  private final GradCam cam;
  private final Tensor image;

  private Throughput(GradCam cam, Tensor image) {
    this.cam = cam;
    this.image = image;
  }

  /**
   * Prints the table.
   *
   * @param args none
   */
  public static void main(String[] args) throws Exception {
    ComputationGraph graph = ResNet50.builder().numClasses(1000).build().init();
    graph.params().muli(HALF);
    Shape shape = Shape.of(1, 3, SIDE, SIDE);
    float[] values = new float[shape.size()];
    Random random = new Random(0);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    try (Model model = Dl4jModels.of(graph)) {
      Throughput throughput = new Throughput(GradCam.of(model), Tensor.of(shape, values));
      throughput.measure(2, false);
      System.out.printf("%8s %16s %16s%n", "threads", "at once, maps/s", "lock, maps/s");
      for (int threads : new int[] {1, 2, 8}) {
        System.out.printf(
            Locale.ROOT,
            "%8d %16.1f %16.1f%n",
            threads,
            throughput.measure(threads, false),
            throughput.measure(threads, true));
      }
    }
  }

  private double measure(int threads, boolean locked) throws Exception {
    Tensor expected = map();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Tensor>> work = new ArrayList<>();
      for (int i = 0; i < MAPS; i++) {
        work.add(locked ? this::mapAlone : this::map);
      }
      long start = System.nanoTime();
      for (Future<Tensor> done : pool.invokeAll(work)) {
        if (!done.get().equals(expected)) {
          throw new IllegalStateException("a thread has another map");
        }
      }
      return MAPS / ((System.nanoTime() - start) / 1e9);
    } finally {
      pool.shutdown();
    }
  }

  private Tensor map() {
    return cam.explain(image, Target.ofClass(1)).get(0).get(0).heatmap().raw();
  }

  private synchronized Tensor mapAlone() {
    return map();
  }
}
