package io.github.gradcam.method;

import io.github.gradcam.tensor.Tensor;

/**
 * @param epsilon added to {@code ΣA}; 0 for the paper's form, where a channel with {@code ΣA = 0}
 *     has no weight
 */
record XGradCam(String name, double epsilon) implements CamMethod {

  @Override
  public Tensor map(Evidence evidence) {
    return Channels.of(evidence).weighted(this::weight);
  }

  private double weight(float[] a, float[] g, int from, int to) {
    double sum = epsilon;
    double weighted = 0;
    for (int i = from; i < to; i++) {
      sum += a[i];
      weighted += (double) g[i] * a[i];
    }
    return sum == 0 ? 0 : weighted / sum;
  }
}
