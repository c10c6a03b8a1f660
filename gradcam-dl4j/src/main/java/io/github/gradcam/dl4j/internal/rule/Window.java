package io.github.gradcam.dl4j.internal.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
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

  /** The engine's number for {@code [N, …, C]}. */
  static final int CHANNELS_LAST = 1;

  static List<Window> of(
      int[] kernel, int[] stride, int[] padding, int[] dilation, ConvolutionMode mode) {
    return IntStream.range(0, kernel.length)
        .mapToObj(i -> new Window(kernel[i], stride[i], padding[i], dilation[i], mode))
        .toList();
  }

  /** Along an axis of length 1. */
  static Window single() {
    return new Window(1, 1, 0, 1, ConvolutionMode.Truncate);
  }

  /** How many places a grid of so many becomes. */
  long outputs(long inputs) {
    long room = inputs + 2L * padding - reach();
    long outputs =
        switch (mode) {
          case Same, Causal -> (inputs + stride - 1) / stride;
          case Strict, Truncate -> Math.floorDiv(room, stride) + 1;
        };
    if (outputs < 1) {
      throw new IllegalArgumentException(
          "a kernel that reaches over " + reach() + " places does not fit into " + inputs);
    }
    if (mode == ConvolutionMode.Strict && room % stride != 0) {
      throw new IllegalArgumentException(
          "steps of "
              + stride
              + " places do not end at the edge of "
              + inputs
              + ", and the mode is"
              + " strict");
    }
    return outputs;
  }

  /** How many places there are if so many come out, where the kernel goes the other way. */
  long inputs(long outputs) {
    return mode == ConvolutionMode.Same
        ? outputs * stride
        : (outputs - 1) * stride + reach() - 2L * padding;
  }

  /**
   * How a kernel that is turned round moves on the way back.
   *
   * @param inputs how many places there were
   * @return nothing if it does not move place by place, or not the same at both edges
   */
  Optional<Window> back(long inputs) {
    int edge = Math.toIntExact(reach() - 1 - before(inputs));
    boolean even = before(inputs) == after(inputs);
    return stride == 1 && dilation == 1 && even && edge >= 0
        ? Optional.of(new Window(kernel, 1, edge, 1, ConvolutionMode.Truncate))
        : Optional.empty();
  }

  /** How many places must be added before the first of so many. */
  long before(long inputs) {
    return switch (mode) {
      case Same -> Math.max(0, missing(inputs)) / 2;
      case Causal -> reach() - 1;
      case Strict, Truncate -> padding;
    };
  }

  /** How many places must be added after the last, below zero for those that are not looked at. */
  long after(long inputs) {
    return missing(inputs) - before(inputs);
  }

  private long missing(long inputs) {
    return (outputs(inputs) - 1) * stride + reach() - inputs;
  }

  /** Over how many places the kernel reaches, with those that it leaves out. */
  int reach() {
    return (kernel - 1) * dilation + 1;
  }

  /** Without padding. */
  Window unpadded() {
    return new Window(kernel, stride, 0, dilation, ConvolutionMode.Truncate);
  }

  /** The same for a kernel with zeros between the places that it covers. */
  Window spread() {
    return new Window(reach(), stride, padding, 1, mode);
  }

  /** Without padding and dilation. */
  Window plain() {
    return new Window(kernel, stride, 0, 1, ConvolutionMode.Truncate);
  }

  boolean isDilated() {
    return dilation > 1;
  }

  boolean isCausal() {
    return mode == ConvolutionMode.Causal;
  }

  /** The engine's number for the mode. */
  int code() {
    return mode == ConvolutionMode.Same ? 1 : 0;
  }

  /** The engine's numbers for windows, one axis after the other. */
  static List<Integer> integers(Window... windows) {
    List<Integer> integers = new ArrayList<>();
    for (ToIntFunction<Window> number :
        List.<ToIntFunction<Window>>of(
            Window::kernel, Window::stride, Window::padding, Window::dilation)) {
      for (Window window : windows) {
        integers.add(number.applyAsInt(window));
      }
    }
    return integers;
  }
}
