package io.github.gradcam.method;

import io.github.gradcam.tensor.Tensor;

/**
 * @param epsilon added to {@code ΣA}; 0 for the paper's form, where a channel with {@code ΣA = 0}
 *     has no weight
 */
record XGradCam(String name, double epsilon) implements CamMethod {

  @Override
  public String description() {
    return epsilon == 0
        ? "Σ_c (Σ g_c ⊙ A_c / ΣA_c) · A_c (Fu et al. 2020, arXiv 2008.02312)"
        : "xgrad-cam with + "
            + epsilon
            + " in the denominator (pytorch-grad-cam 1.5.7, for comparison)";
  }

  @Override
  public Tensor map(Evidence evidence) {
    return Channels.of(evidence).weighted(this::weight);
  }

  private double weight(float[] a, float[] g) {
    double sum = epsilon;
    double weighted = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i];
      weighted += (double) g[i] * a[i];
    }
    return sum == 0 ? 0 : weighted / sum;
  }
}
