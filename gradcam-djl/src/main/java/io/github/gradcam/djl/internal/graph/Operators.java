package io.github.gradcam.djl.internal.graph;

import java.util.Set;

/**
 * What must be known of an operator before a tensor may pass through it.
 *
 * <p>Everything here has one result and no other effect, depends on values and shapes alone, not on
 * how a tensor lies in memory, and knows no mode of training.
 */
final class Operators {

  /** The result has memory of its own, and its derivative makes no jump anywhere. */
  static final Set<String> SMOOTH =
      Set.of(
          "conv2d",
          "batch_norm",
          "layer_norm",
          "group_norm",
          "silu",
          "gelu",
          "mish",
          "sigmoid",
          "tanh",
          "softmax",
          "log_softmax",
          "avg_pool2d",
          "adaptive_avg_pool2d",
          "upsample_nearest2d",
          "upsample_bilinear2d",
          "constant_pad_nd",
          "add",
          "sub",
          "mul",
          "div",
          "mean",
          "linear",
          "addmm",
          "matmul",
          "cat");

  /** The result has memory of its own, and its derivative makes jumps. */
  static final Set<String> KINKED =
      Set.of(
          "relu",
          "relu6",
          "hardtanh",
          "hardswish",
          "hardsigmoid",
          "leaky_relu",
          "elu",
          "max_pool2d");

  /** The result may look at the memory of the first argument. */
  static final Set<String> VIEWS =
      Set.of("flatten", "squeeze", "unsqueeze", "permute", "transpose", "t", "reshape");

  /** Rows times a matrix. */
  static final Set<String> MATRICES = Set.of("linear", "addmm", "matmul");

  /** Works on a few numbers at a time, forwards and back. */
  static final Set<String> LIGHT =
      Set.of(
          "relu",
          "relu6",
          "hardtanh",
          "tanh",
          "sigmoid",
          "max_pool2d",
          "avg_pool2d",
          "adaptive_avg_pool2d",
          "mean",
          "softmax",
          "log_softmax");

  /** The identity, if the argument that follows the rate says that this is no training. */
  static final Set<String> DROPOUTS =
      Set.of("dropout", "feature_dropout", "alpha_dropout", "feature_alpha_dropout");

  private Operators() {}

  /** Whether the result has memory of its own. */
  static boolean isPure(String name) {
    return SMOOTH.contains(name) || KINKED.contains(name);
  }
}
