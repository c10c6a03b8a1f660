package io.github.gradcam.dl4j.internal.rule;

import org.deeplearning4j.nn.conf.ConvolutionMode;

/**
 * How a kernel moves along one axis.
 *
 * @param kernel how many places it covers
 * @param stride how far it moves
 * @param padding how many places are added before the first, unless the mode says so itself
 * @param dilation how far apart the places are that it covers
 * @param mode what happens at the edges
 */
record Window(int kernel, int stride, int padding, int dilation, ConvolutionMode mode) {

  /** How many places a grid of so many becomes. */
  long outputs(long inputs) {
    int reach = (kernel - 1) * dilation + 1;
    long outputs =
        switch (mode) {
          case Same, Causal -> (inputs + stride - 1) / stride;
          case Strict, Truncate -> Math.floorDiv(inputs + 2L * padding - reach, stride) + 1;
        };
    if (outputs < 1) {
      throw new IllegalArgumentException(
          "a kernel that reaches over " + reach + " places does not fit into " + inputs);
    }
    return outputs;
  }

  /** The engine's number for the mode. */
  int code() {
    return switch (mode) {
      case Same -> 1;
      case Causal -> 2;
      case Strict, Truncate -> 0;
    };
  }

  static Window[] of(
      int[] kernel, int[] stride, int[] padding, int[] dilation, ConvolutionMode mode) {
    Window[] windows = new Window[kernel.length];
    for (int i = 0; i < kernel.length; i++) {
      windows[i] = new Window(kernel[i], stride[i], padding[i], dilation[i], mode);
    }
    return windows;
  }
}
