package io.github.gradcam.method;

import io.github.gradcam.tensor.Tensor;

/**
 * With {@code g ≠ 0} the paper's {@code α = g² / (2g² + ΣA·g³)} is {@code 1 / (2 + ΣA·g)}: this
 * form does not underflow where gradients are tiny, and needs no epsilon.
 */
record GradCamPlusPlus() implements CamMethod {

  @Override
  public String name() {
    return "grad-cam++";
  }

  @Override
  public String description() {
    return "Σ_c (Σ α ⊙ ReLU(g_c)) · A_c, α = g² / (2g² + ΣA·g³) (Chattopadhyay et al. 2018, arXiv 1710.11063)";
  }

  @Override
  public Tensor map(Evidence evidence) {
    return Channels.of(evidence).weighted(GradCamPlusPlus::weight);
  }

  private static double weight(float[] a, float[] g) {
    double sum = Channels.sum(a);
    double weight = 0;
    for (float gradient : g) {
      double denominator = 2 + sum * gradient;
      if (gradient > 0 && denominator != 0) {
        weight += gradient / denominator;
      }
    }
    return weight;
  }
}
