package io.github.gradcam.tck;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;

/** Grad-CAM before its ReLU: {@code Σ_c mean(g_c) · A_c} (arXiv 1610.02391). */
final class GradCamArithmetic {

  private GradCamArithmetic() {}

  /** The map {@code [N, h, w]} of activations and gradients {@code [N, C, h, w]}. */
  static Tensor map(Tensor activations, Tensor gradients) {
    Shape shape = activations.shape();
    int channels = shape.length(1);
    int places = shape.length(2) * shape.length(3);
    float[] a = activations.toArray();
    float[] g = gradients.toArray();
    float[] map = new float[shape.length(0) * places];
    for (int at = 0; at < a.length; at += places) {
      double mean = 0;
      for (int place = 0; place < places; place++) {
        mean += g[at + place] / (double) places;
      }
      int image = at / places / channels;
      for (int place = 0; place < places; place++) {
        map[image * places + place] += (float) (mean * a[at + place]);
      }
    }
    return Tensor.of(Shape.of(shape.length(0), shape.length(2), shape.length(3)), map);
  }
}
