package io.github.gradcam.djl.internal.head;

/** In which order a program's numbers lie in memory, and with it what the program claims. */
public enum Order {
  /** Pixel by pixel: what it computes is equal but for rounding. */
  CHANNELS_LAST("torch.contiguous(x, memory_format=2)", "torch.contiguous(%s)"),

  /**
   * As oneDNN's kernels for ordinary images have it inside, kept from one operator to the next
   * instead of being made and undone around each: the same kernels add the same numbers in the same
   * turn.
   */
  BLOCKED("torch.to_mkldnn(x)", "torch.to_dense(%s)");

  private final String begin;
  private final String end;

  Order(String begin, String end) {
    this.begin = begin;
    this.end = end;
  }

  /** How images are laid out. */
  String begin() {
    return begin;
  }

  /** How a tensor is laid out as the network itself has it. */
  String end(String tensor) {
    return end.formatted(tensor);
  }
}
