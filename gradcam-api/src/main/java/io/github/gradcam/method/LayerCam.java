package io.github.gradcam.method;

import io.github.gradcam.tensor.Tensor;

record LayerCam() implements CamMethod {

  @Override
  public String name() {
    return "layer-cam";
  }

  @Override
  public String description() {
    return "Σ_c ReLU(g_c) ⊙ A_c (Jiang et al. 2021, IEEE TIP 30)";
  }

  @Override
  public Tensor map(Evidence evidence) {
    return Channels.of(evidence).summed((a, g) -> Math.max((double) g, 0) * a);
  }
}
