package io.github.gradcam.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Prints what activations and gradients at the last spatial layer cost, as a ratio to DJL's own
 * forward pass of the unmodified file, in the same process: interleaved rounds, medians. The files
 * are those of {@code tools/parity/make_models.py DIRECTORY --cost}.
 */
public final class Cost {

  private static final Map<String, String> LAYERS =
      Map.of("vgg16", "features.29", "resnet50", "layer4");
  private static final int CLASSES = 1000;
  private static final int TARGETS = 5;

  private Cost() {}

  /**
   * Prints the table.
   *
   * @param args the directory, and the number of rounds (default 30)
   */
  public static void main(String[] args) throws Exception {
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 30;
    System.out.printf(
        "%-9s %5s %12s %12s %12s%n", "file", "batch", "forward, ms", "one class", "five classes");
    for (String name : LAYERS.keySet().stream().sorted().toList()) {
      Path file = Path.of(args[0]).resolve(name + ".pt");
      try (ai.djl.Model plain = ai.djl.Model.newInstance(name, ai.djl.Device.cpu(), "PyTorch");
          Model model = new DjlBackend().open(file, ModelOptions.defaults())) {
        plain.load(file);
        for (int batch : new int[] {1, 8}) {
          measure(name, plain, model.hook(LAYERS.get(name)), batch, rounds);
        }
      }
    }
  }

  private static void measure(
      String name, ai.djl.Model plain, LayerHook hook, int batch, int rounds) {
    Shape shape = Shape.of(batch, 3, 224, 224);
    float[] values = new float[shape.size()];
    Random random = new Random(0);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    Tensor images = Tensor.of(shape, values);
    double[][] times = new double[3][rounds];
    int warm = Math.max(3, rounds / 5);
    for (int round = -warm; round < rounds; round++) {
      for (int kind = 0; kind < 3; kind++) {
        long start = System.nanoTime();
        switch (kind) {
          case 0 -> forward(plain, values, batch);
          case 1 -> explain(hook, images, 1);
          default -> explain(hook, images, TARGETS);
        }
        if (round >= 0) {
          times[kind][round] = (System.nanoTime() - start) / 1e6;
        }
      }
    }
    double forward = median(times[0]);
    System.out.printf(
        Locale.ROOT,
        "%-9s %5d %12.1f %12.3f %12.3f%n",
        name,
        batch,
        forward,
        median(times[1]) / forward,
        median(times[2]) / forward);
  }

  private static void forward(ai.djl.Model plain, float[] values, int batch) {
    Block block = plain.getBlock();
    try (NDManager manager = plain.getNDManager().newSubManager()) {
      NDArray input = manager.create(values, new ai.djl.ndarray.types.Shape(batch, 3, 224, 224));
      NDList output = block.forward(new ParameterStore(manager, false), new NDList(input), false);
      check(output.singletonOrThrow().toFloatArray()[0]);
    }
  }

  private static void explain(LayerHook hook, Tensor images, int targets) {
    int batch = images.shape().length(0);
    String layer = hook.layers().get(0);
    try (Capture capture = hook.forward(images)) {
      check(capture.activations(layer).get(0, 0, 0, 0));
      for (int target = 0; target < targets; target++) {
        float[] cotangent = new float[batch * CLASSES];
        for (int i = 0; i < batch; i++) {
          cotangent[i * CLASSES + 100 * target + i] = 1;
        }
        Tensor seed = Tensor.of(Shape.of(batch, CLASSES), cotangent);
        check(capture.gradients(seed).get(layer).get(0, 0, 0, 0));
      }
    }
  }

  private static void check(float value) {
    if (!Float.isFinite(value)) {
      throw new IllegalStateException("not finite");
    }
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
