package io.github.gradcam.method;

import io.github.gradcam.tensor.Tensor;

record HiResCam() implements CamMethod {

  @Override
  public String name() {
    return "hires-cam";
  }

  @Override
  public String description() {
    return "Σ_c g_c ⊙ A_c (Draelos and Carin 2020, arXiv 2011.08891)";
  }

  @Override
  public Tensor map(Evidence evidence) {
    return Channels.of(evidence).summed((a, g) -> (double) g * a);
  }
}
