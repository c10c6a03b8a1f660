package io.github.gradcam.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;

/** The slope of a score by differences: what a gradient must be, found without one. */
final class Slope {

  /** How many elements of a layer are moved, those where it is steepest. */
  private static final int ELEMENTS = 48;

  /** How many of them must lie on no kink of a ReLU or pooling. */
  private static final int SMOOTH = 4;

  /**
   * The lengths of steps, relative to the layer's root mean square: the shorter one meets fewer
   * kinks, the longer one drowns less in rounding.
   */
  private static final double[] STEPS = {1.0 / 64, 1.0 / 512};

  /** How far slopes may lie apart, relative to the steepest, for the score to be called smooth. */
  private static final double KINK = 4e-3;

  /** How far float32 scores let a slope be off, relative to the steepest. */
  private static final double NEAR = 2e-2;

  private Slope() {}

  /** Fails unless a layer's gradient is the slope of what the rest of the network makes of it. */
  static void assertGradient(Model model, String layer, Tensor image) {
    try (Capture capture = model.hook(layer).forward(image)) {
      Tensor cotangent = noise(5, capture.output().shape());
      float[] gradient = capture.gradients(cotangent).get(layer).toArray();
      Tensor at = capture.activations(layer);
      double size = Math.sqrt(dot(at, at) / at.shape().size());
      List<Integer> steepest =
          IntStream.range(0, gradient.length)
              .boxed()
              .sorted((a, b) -> Float.compare(Math.abs(gradient[b]), Math.abs(gradient[a])))
              .limit(ELEMENTS)
              .toList();
      double largest = Math.abs(gradient[steepest.get(0)]);
      assertThat(largest).as("the largest gradient at %s", layer).isPositive();
      int smooth = 0;
      for (double relative : STEPS) {
        float step = (float) (relative * size);
        List<Double> scores = scores(capture, layer, at, steepest, step, cotangent);
        for (int i = 0; i < steepest.size(); i++) {
          double ahead = (scores.get(1 + 2 * i) - scores.get(0)) / step;
          double behind = (scores.get(0) - scores.get(2 + 2 * i)) / step;
          if (Math.abs(ahead - behind) <= KINK * largest) {
            smooth++;
            assertThat((double) gradient[steepest.get(i)])
                .as("gradient at %s, element %s", layer, steepest.get(i))
                .isCloseTo((ahead + behind) / 2, Offset.offset(NEAR * largest));
          }
        }
      }
      assertThat(smooth).as("smooth elements of %s", layer).isGreaterThanOrEqualTo(SMOOTH);
    }
  }

  /** The score as it is, then for each element with a step ahead and a step behind. */
  private static List<Double> scores(
      Capture capture,
      String layer,
      Tensor at,
      List<Integer> elements,
      float step,
      Tensor cotangent) {
    List<Tensor> moved = new ArrayList<>(List.of(at.item(0)));
    for (int element : elements) {
      moved.add(moved(at, element, step));
      moved.add(moved(at, element, -step));
    }
    List<Double> scores = new ArrayList<>();
    try (Capture resumed = capture.resume(layer, Tensor.stack(moved))) {
      for (int i = 0; i < moved.size(); i++) {
        scores.add(dot(resumed.output().item(i), cotangent.item(0)));
      }
    }
    return scores;
  }

  private static Tensor moved(Tensor at, int element, float step) {
    float[] values = at.toArray();
    values[element] += step;
    return Tensor.of(at.shape(), values).item(0);
  }

  /** Normally distributed numbers, the same for the same seed. */
  static Tensor noise(long seed, Shape shape) {
    Random random = new Random(seed);
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Tensor.of(shape, values);
  }

  private static double dot(Tensor x, Tensor y) {
    float[] left = x.toArray();
    float[] right = y.toArray();
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (double) left[i] * right[i];
    }
    return sum;
  }
}
