package io.github.gradcam.method;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;

/**
 * Activations and gradients of one layer, flattened to {@code [C, h·w]}, and sums over channels.
 */
final class Channels {

  /** The weight of one channel. */
  @FunctionalInterface
  interface Weight {
    /** From the channel's values, at {@code [from, to)} of both arrays, to its weight. */
    double of(float[] activations, float[] gradients, int from, int to);
  }

  /** The contribution of one element. */
  @FunctionalInterface
  interface Term {
    double of(float activation, float gradient);
  }

  private final Shape grid;
  private final float[] activations;
  private final float[] gradients;

  private Channels(Shape grid, float[] activations, float[] gradients) {
    this.grid = grid;
    this.activations = activations;
    this.gradients = gradients;
  }

  static Channels of(Evidence evidence) {
    Tensor activations = evidence.activations();
    return new Channels(
        activations.shape().item(), activations.toArray(), evidence.gradients().toArray());
  }

  /** The sum of one channel's values, at {@code [from, to)}. */
  static double sum(float[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }

  /** {@code Σ_c w_c · A_c}. */
  Tensor weighted(Weight weight) {
    int cells = grid.size();
    double[] sums = new double[cells];
    for (int from = 0; from < activations.length; from += cells) {
      double w = weight.of(activations, gradients, from, from + cells);
      for (int i = 0; i < cells; i++) {
        sums[i] += w * activations[from + i];
      }
    }
    return map(sums);
  }

  /** {@code Σ_c term(A_c, g_c)}, element by element. */
  Tensor summed(Term term) {
    int cells = grid.size();
    double[] sums = new double[cells];
    for (int from = 0; from < activations.length; from += cells) {
      for (int i = 0; i < cells; i++) {
        sums[i] += term.of(activations[from + i], gradients[from + i]);
      }
    }
    return map(sums);
  }

  private Tensor map(double[] sums) {
    float[] values = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      values[i] = (float) sums[i];
    }
    return Tensor.of(grid, values);
  }
}
