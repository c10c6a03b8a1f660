package io.github.gradcam.bench.network.architecture;

/** What a step computes, in evaluation mode. */
public sealed interface Operation {

  /** Whether numbers of its own are added to each output channel. */
  enum Bias {
    /** One number a channel. */
    ADDED,
    /** None. */
    NONE
  }

  /**
   * A square convolution with zeros around the image.
   *
   * @param inputs channels it takes
   * @param outputs channels it gives
   * @param kernel side of its window
   * @param stride step of its window
   * @param padding zeros on each side
   * @param groups 1, or {@code inputs} for a depthwise one
   * @param bias whether it adds a bias
   */
  record Convolution(
      int inputs, int outputs, int kernel, int stride, int padding, int groups, Bias bias)
      implements Operation {

    /** Whether each channel is convolved by itself. */
    public boolean isDepthwise() {
      return groups > 1;
    }
  }

  /**
   * A batch norm with fixed statistics and {@link #EPSILON}.
   *
   * @param channels how many
   * @param scale about which its factors are drawn: small where a residual block ends
   */
  record BatchNorm(int channels, double scale) implements Operation {

    /** Added to the variance, as PyTorch does by default. */
    public static final double EPSILON = 1e-5;
  }

  /** Negative numbers become zero. */
  record Relu() implements Operation {}

  /** Negative numbers become zero, and those over six six. */
  record Relu6() implements Operation {}

  /**
   * The largest number of each square window, where what lies around the image never wins.
   *
   * @param kernel side of its window
   * @param stride step of its window
   * @param padding places on each side
   */
  record MaxPool(int kernel, int stride, int padding) implements Operation {}

  /** The mean over all places, which keep the length 1. */
  record GlobalAveragePool() implements Operation {}

  /** The sum of two values. */
  record Addition() implements Operation {}

  /**
   * An image as a row, channel by channel.
   *
   * @param channels how many
   * @param side rows and columns of each
   */
  record Flatten(int channels, int side) implements Operation {}

  /**
   * A fully connected layer with a bias.
   *
   * @param inputs numbers it takes
   * @param outputs numbers it gives
   */
  record Linear(int inputs, int outputs) implements Operation {}
}
