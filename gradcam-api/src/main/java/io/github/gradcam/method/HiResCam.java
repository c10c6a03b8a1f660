package io.github.gradcam.method;

import io.github.gradcam.tensor.Tensor;

record HiResCam() implements CamMethod {

  @Override
  public String name() {
    return "hires-cam";
  }

  @Override
  public Tensor map(Evidence evidence) {
    return Channels.of(evidence).summed((a, g) -> (double) g * a);
  }
}
