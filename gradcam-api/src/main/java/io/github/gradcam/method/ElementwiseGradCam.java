package io.github.gradcam.method;

import io.github.gradcam.tensor.Tensor;

record ElementwiseGradCam() implements CamMethod {

  @Override
  public String name() {
    return "grad-cam-elementwise";
  }

  @Override
  public String description() {
    return "Σ_c ReLU(g_c ⊙ A_c) (no paper; known from pytorch-grad-cam)";
  }

  @Override
  public Tensor map(Evidence evidence) {
    return Channels.of(evidence).summed((a, g) -> Math.max((double) g * a, 0));
  }
}
