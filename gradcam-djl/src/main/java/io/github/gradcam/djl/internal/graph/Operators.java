package io.github.gradcam.djl.internal.graph;

import java.util.Set;

/**
 * What must be known of an operator before a tensor may pass through it.
 *
 * <p>Everything here has one result and no other effect, depends on values and shapes alone, not on
 * how a tensor lies in memory, and knows no mode of training.
 */
final class Operators {

  /** The result has memory of its own. */
  static final Set<String> PURE =
      Set.of(
          "conv2d",
          "batch_norm",
          "layer_norm",
          "group_norm",
          "relu",
          "relu6",
          "hardtanh",
          "hardswish",
          "hardsigmoid",
          "silu",
          "gelu",
          "leaky_relu",
          "elu",
          "mish",
          "sigmoid",
          "tanh",
          "softmax",
          "max_pool2d",
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

  /** Those of them, and of the views, whose derivatives make no jump anywhere. */
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

  /** The result may look at the memory of the first argument. */
  static final Set<String> VIEWS =
      Set.of("flatten", "squeeze", "unsqueeze", "permute", "transpose", "t", "reshape");

  /** The identity, if the argument that follows the rate says that this is no training. */
  static final Set<String> DROPOUTS =
      Set.of("dropout", "feature_dropout", "alpha_dropout", "feature_alpha_dropout");

  private Operators() {}
}
