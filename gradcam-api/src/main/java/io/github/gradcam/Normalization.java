package io.github.gradcam;

/** How a raw map becomes a map between 0 and 1. */
public enum Normalization {
  /**
   * ReLU, then division by the maximum; then the resize. Zero stays "no evidence", one is the
   * layer's strongest evidence. Several layers are fused after that, and the result is divided by
   * its maximum.
   */
  MAXIMUM,
  /**
   * As pytorch-grad-cam 1.5.7: ReLU, {@code (x − min) / (1e-7 + max(x − min))}, resize; then the
   * fusion, and the same scaling once more. The lowest cell always becomes 0, even where there is
   * evidence everywhere.
   */
  PYTORCH_GRAD_CAM
}
