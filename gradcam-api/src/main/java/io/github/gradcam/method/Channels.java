package io.github.gradcam.method;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.nio.FloatBuffer;

/**
 * Activations and gradients of one layer, channel by channel, and sums over channels. One channel
 * is in arrays at a time: a layer has hundreds.
 */
final class Channels {

  /** The weight of one channel. */
  @FunctionalInterface
  interface Weight {
    /** From the channel's values to its weight. */
    double of(float[] activations, float[] gradients);
  }

  /** The contribution of one element. */
  @FunctionalInterface
  interface Term {
    double of(float activation, float gradient);
  }

  /** One channel's contribution to all cells. */
  @FunctionalInterface
  private interface Contribution {
    void add(float[] activations, float[] gradients, double[] sums);
  }

  private final Tensor activations;
  private final Tensor gradients;

  private Channels(Tensor activations, Tensor gradients) {
    this.activations = activations;
    this.gradients = gradients;
  }

  static Channels of(Evidence evidence) {
    return new Channels(evidence.activations(), evidence.gradients());
  }

  /** The sum of one channel's values. */
  static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  /** {@code Σ_c w_c · A_c}. */
  Tensor weighted(Weight weight) {
    return map(
        (a, g, sums) -> {
          double w = weight.of(a, g);
          for (int i = 0; i < sums.length; i++) {
            sums[i] += w * a[i];
          }
        });
  }

  /** {@code Σ_c term(A_c, g_c)}, element by element. */
  Tensor summed(Term term) {
    return map(
        (a, g, sums) -> {
          for (int i = 0; i < sums.length; i++) {
            sums[i] += term.of(a[i], g[i]);
          }
        });
  }

  private Tensor map(Contribution contribution) {
    Shape grid = activations.shape().item();
    FloatBuffer a = activations.toBuffer();
    FloatBuffer g = gradients.toBuffer();
    float[] channelA = new float[grid.size()];
    float[] channelG = new float[grid.size()];
    double[] sums = new double[grid.size()];
    for (int channel = 0; channel < activations.shape().length(0); channel++) {
      a.get(channelA);
      g.get(channelG);
      contribution.add(channelA, channelG, sums);
    }
    return Tensor.written(
        grid,
        values -> {
          for (int i = 0; i < sums.length; i++) {
            values[i] = (float) sums[i];
          }
        });
  }
}
