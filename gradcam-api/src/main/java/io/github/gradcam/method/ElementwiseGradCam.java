package io.github.gradcam.method;

import io.github.gradcam.tensor.Tensor;

record ElementwiseGradCam() implements CamMethod {

  @Override
  public String name() {
    return "grad-cam-elementwise";
  }

  @Override
  public Tensor map(Evidence evidence) {
    return Channels.of(evidence).summed((a, g) -> Math.max((double) g * a, 0));
  }
}
