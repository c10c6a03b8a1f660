package io.github.gradcam.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Execution;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

public final class Speed {
  private Speed() {}

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    String layer = args[1];
    int batch = Integer.parseInt(args[2]);
    int rounds = Integer.parseInt(args[3]);
    Shape shape = Shape.of(batch, 3, 224, 224);
    float[] values = new float[shape.size()];
    Random random = new Random(0);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    Tensor images = Tensor.of(shape, values);
    try (ai.djl.Model plain = ai.djl.Model.newInstance("m", ai.djl.Device.cpu(), "PyTorch");
        Model fast = new DjlBackend().open(file, ModelOptions.defaults());
        Model exact =
            new DjlBackend()
                .open(file, ModelOptions.builder().execution(Execution.AS_WRITTEN).build())) {
      plain.load(file);
      LayerHook f = fast.hook(layer);
      LayerHook e = exact.hook(layer);
      Tensor seed = null;
      float[][] a = new float[2][];
      float[][] g = new float[2][];
      float[][] o = new float[2][];
      int k = 0;
      for (LayerHook h : new LayerHook[] {e, f}) {
        long t = System.nanoTime();
        try (Capture c = h.forward(images)) {
          System.out.println(c.computation() + " " + (System.nanoTime() - t) / 1000000 + " ms");
          o[k] = c.output().toArray();
          if (seed == null) {
            float[] ct = new float[o[k].length];
            for (int i = 0; i < batch; i++) {
              ct[i * (ct.length / batch) + 5 + i] = 1;
            }
            seed = Tensor.of(c.output().shape(), ct);
          }
          a[k] = c.activations(layer).toArray();
          g[k++] = c.gradients(seed).get(layer).toArray();
        }
      }
      System.out.printf("logits %.1e act %.1e grad %.1e%n", diff(o), diff(a), diff(g));
      double[][] times = new double[3][rounds];
      for (int r = -3; r < rounds; r++) {
        for (int kind = 0; kind < 3; kind++) {
          long t = System.nanoTime();
          if (kind == 0) {
            try (NDManager m = plain.getNDManager().newSubManager()) {
              NDArray in = m.create(values, new ai.djl.ndarray.types.Shape(batch, 3, 224, 224));
              plain
                  .getBlock()
                  .forward(new ParameterStore(m, false), new NDList(in), false)
                  .singletonOrThrow()
                  .toFloatArray();
            }
          } else {
            try (Capture c = (kind == 1 ? e : f).forward(images)) {
              c.activations(layer);
              c.gradients(seed);
            }
          }
          if (r >= 0) {
            times[kind][r] = (System.nanoTime() - t) / 1e6;
          }
        }
      }
      double base = median(times[0]);
      System.out.printf(
          Locale.ROOT,
          "%s b%d forward %.1f ms; as written x%.3f; simplified x%.3f (%.1f ms)%n",
          file.getFileName(),
          batch,
          base,
          base / median(times[1]),
          base / median(times[2]),
          median(times[2]));
    }
  }

  static double diff(float[][] x) {
    double m = 0;
    double d = 0;
    for (int i = 0; i < x[0].length; i++) {
      m = Math.max(m, Math.abs(x[0][i]));
      d = Math.max(d, Math.abs((double) x[0][i] - x[1][i]));
    }
    return d / m;
  }

  static double median(double[] t) {
    double[] s = t.clone();
    Arrays.sort(s);
    return s[s.length / 2];
  }
}
