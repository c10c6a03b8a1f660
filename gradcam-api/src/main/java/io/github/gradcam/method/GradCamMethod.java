package io.github.gradcam.method;

import io.github.gradcam.tensor.Tensor;

record GradCamMethod() implements CamMethod {

  @Override
  public String name() {
    return "grad-cam";
  }

  @Override
  public Tensor map(Evidence evidence) {
    return Channels.of(evidence)
        .weighted((a, g, from, to) -> Channels.sum(g, from, to) / (to - from));
  }
}
