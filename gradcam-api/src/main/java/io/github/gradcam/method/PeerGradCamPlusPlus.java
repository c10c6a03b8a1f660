package io.github.gradcam.method;

import io.github.gradcam.tensor.Tensor;

/** pytorch-grad-cam's Grad-CAM++: an epsilon of 1e-6 that is not free of the gradients' scale. */
record PeerGradCamPlusPlus() implements CamMethod {

  private static final double EPSILON = 1e-6;

  @Override
  public String name() {
    return "pytorch-grad-cam/grad-cam++";
  }

  @Override
  public String description() {
    return "grad-cam++ with + 1e-6 in the denominator of α (pytorch-grad-cam 1.5.7, for comparison)";
  }

  @Override
  public Tensor map(Evidence evidence) {
    return Channels.of(evidence).weighted(PeerGradCamPlusPlus::weight);
  }

  private static double weight(float[] a, float[] g) {
    double sum = Channels.sum(a);
    double weight = 0;
    for (float gradient : g) {
      double square = (double) gradient * gradient;
      if (gradient > 0) {
        weight += gradient * square / (2 * square + sum * square * gradient + EPSILON);
      }
    }
    return weight;
  }
}
