package io.github.gradcam.method;

import io.github.gradcam.tensor.Tensor;

record GradCamMethod() implements CamMethod {

  @Override
  public String name() {
    return "grad-cam";
  }

  @Override
  public Tensor map(Evidence evidence) {
    return Channels.of(evidence).weighted((a, g, from, to) -> mean(g, from, to));
  }

  private static double mean(float[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }
}
