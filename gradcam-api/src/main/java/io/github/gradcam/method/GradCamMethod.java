package io.github.gradcam.method;

import io.github.gradcam.tensor.Tensor;

record GradCamMethod() implements CamMethod {

  @Override
  public String name() {
    return "grad-cam";
  }

  @Override
  public String description() {
    return "Σ_c mean(g_c) · A_c (Selvaraju et al. 2017, arXiv 1610.02391)";
  }

  @Override
  public Tensor map(Evidence evidence) {
    return Channels.of(evidence).weighted((a, g) -> Channels.sum(g) / g.length);
  }
}
