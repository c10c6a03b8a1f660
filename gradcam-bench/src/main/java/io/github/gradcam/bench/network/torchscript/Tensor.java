package io.github.gradcam.bench.network.torchscript;

/** What a tensor of a module is to PyTorch. */
enum Tensor {
  /** Learned. */
  PARAMETER,
  /** Counted, such as a batch norm's statistics. */
  BUFFER
}
