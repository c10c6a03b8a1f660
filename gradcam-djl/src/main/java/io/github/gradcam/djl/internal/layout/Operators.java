package io.github.gradcam.djl.internal.layout;

import io.github.gradcam.djl.internal.syntax.Expr;
import java.util.List;
import java.util.Set;

/** What is known of {@code torch.*} operators by name. */
public final class Operators {

  private static final Set<String> TENSOR_MADE =
      Set.of(
          "conv1d",
          "conv2d",
          "conv3d",
          "conv_transpose1d",
          "conv_transpose2d",
          "conv_transpose3d",
          "_convolution",
          "batch_norm",
          "layer_norm",
          "group_norm",
          "instance_norm",
          "relu",
          "relu6",
          "hardtanh",
          "hardswish",
          "hardsigmoid",
          "silu",
          "gelu",
          "leaky_relu",
          "prelu",
          "elu",
          "selu",
          "celu",
          "mish",
          "softplus",
          "sigmoid",
          "tanh",
          "softmax",
          "log_softmax",
          "max_pool1d",
          "max_pool2d",
          "max_pool3d",
          "avg_pool1d",
          "avg_pool2d",
          "avg_pool3d",
          "adaptive_avg_pool1d",
          "adaptive_avg_pool2d",
          "adaptive_avg_pool3d",
          "adaptive_max_pool2d",
          "linear",
          "addmm",
          "matmul",
          "bmm",
          "cat",
          "concat",
          "stack",
          "flatten",
          "dropout",
          "upsample_nearest2d",
          "upsample_bilinear2d",
          "pixel_shuffle",
          "constant_pad_nd",
          "channel_shuffle",
          "einsum",
          "scaled_dot_product_attention");

  private static final Set<String> ARITHMETIC =
      Set.of(
          "add",
          "sub",
          "mul",
          "div",
          "mean",
          "view",
          "reshape",
          "permute",
          "transpose",
          "swapaxes",
          "roll");

  private Operators() {}

  /** The bare name: without {@code torch.} and the mark of working in place. */
  public static String name(String function) {
    if (!function.startsWith("torch.") || function.indexOf('.', 6) >= 0) {
      return "";
    }
    String name = function.substring(6);
    return name.endsWith("_") && !name.endsWith("__") ? name.substring(0, name.length() - 1) : name;
  }

  /** Whether the result is a tensor for sure. */
  static boolean makesTensor(String name, List<Expr> arguments, Set<String> tensors) {
    return TENSOR_MADE.contains(name)
        || (ARITHMETIC.contains(name)
            && !arguments.isEmpty()
            && isTensor(arguments.get(0), tensors));
  }

  /** Whether an expression is a tensor for sure. */
  static boolean isTensor(Expr expr, Set<String> tensors) {
    Expr bare = expr.bare();
    return bare instanceof Expr.Call call
        ? makesTensor(name(call.callee().dotted()), call.arguments(), tensors)
        : tensors.contains(bare.dotted()) || bare.dotted().startsWith("CONSTANTS.");
  }

  /** The name by which a layer of a frozen file is addressed. */
  static String layerName(String name, List<Expr> arguments) {
    if (name.equals("_convolution")
        && arguments.size() > 3
        && arguments.get(3) instanceof Expr.Group stride) {
      return "conv" + stride.items().size() + "d";
    }
    return name;
  }
}
