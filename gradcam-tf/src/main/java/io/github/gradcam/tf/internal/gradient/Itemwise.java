package io.github.gradcam.tf.internal.gradient;

import java.util.Set;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;

/**
 * Tells whether a way back may work on each item of a batch by itself. Types of nodes cannot prove
 * it, as what they do along the first axis may be in numbers that only a run knows; but where a
 * node of another type is on the way, nobody needs to try.
 */
final class Itemwise {

  private static final Set<String> TYPES =
      Set.of(
          "AddN",
          "AddV2",
          "AvgPool3DGrad",
          "AvgPoolGrad",
          "BatchMatMulV2",
          "BroadcastGradientArgs",
          "BroadcastTo",
          "Cast",
          "ConcatOffset",
          "ConcatV2",
          "Const",
          "Conv2D",
          "Conv2DBackpropInput",
          "Conv3D",
          "Conv3DBackpropInputV2",
          "Cos",
          "Cosh",
          "DepthwiseConv2dNative",
          "DepthwiseConv2dNativeBackpropInput",
          "DynamicStitch",
          "EluGrad",
          "Equal",
          "Exp",
          "Fill",
          "FloorDiv",
          "FloorMod",
          "GatherV2",
          "Greater",
          "Identity",
          "InvertPermutation",
          "LRNGrad",
          "LeakyReluGrad",
          "Less",
          "Log",
          "LogicalOr",
          "MatMul",
          "MaxPool3DGrad",
          "MaxPoolGrad",
          "MaxPoolGradV2",
          "Merge",
          "MirrorPadGrad",
          "Mul",
          "Neg",
          "Pack",
          "Pad",
          "Placeholder",
          "Pow",
          "Prod",
          "Range",
          "RealDiv",
          "ReciprocalGrad",
          "Relu6Grad",
          "ReluGrad",
          "Reshape",
          "ResizeBilinearGrad",
          "ResizeNearestNeighborGrad",
          "Rsqrt",
          "RsqrtGrad",
          "SelectV2",
          "SeluGrad",
          "Shape",
          "SigmoidGrad",
          "Sign",
          "Sin",
          "Sinh",
          "Size",
          "Slice",
          "SoftplusGrad",
          "SoftsignGrad",
          "Split",
          "SqrtGrad",
          "Square",
          "Sub",
          "Sum",
          "Switch",
          "TanhGrad",
          "Transpose",
          "Unpack",
          "ZerosLike");

  private static final Set<String> PRODUCTS = Set.of("BatchMatMulV2", "MatMul");

  private final Emitter emit;

  Itemwise(Emitter emit) {
    this.emit = emit;
  }

  /** Whether a node of the way back may. */
  boolean isNode(GraphOperation node) {
    if (!TYPES.contains(node.type())) {
      return false;
    }
    // A table of one row for each image is no weight: such a product mixes images.
    return !PRODUCTS.contains(node.type())
        || Dimensions.rank(node.output(0)) > 2
        || node.inputs().stream().anyMatch(this::isOfModel);
  }

  private boolean isOfModel(Operand<?> input) {
    return !emit.isMade(Forward.source(input.asOutput()));
  }

  /**
   * Whether what is kept for a way back is a tensor of one part for each image, of any number of
   * images, or such a tensor's shape.
   *
   * @param tensor what is kept
   * @param place the placeholder that is fed with it
   */
  static boolean isKept(Output<?> tensor, Output<?> place) {
    if (isShape(tensor)) {
      return true;
    }
    boolean values = Numbers.isFloat(tensor) || Numbers.type(tensor) == DataType.DT_BOOL;
    return values && isOpen(place);
  }

  /** Whether a placeholder takes any number of images. */
  static boolean isOpen(Output<?> place) {
    return Dimensions.rank(place) > 0 && Dimensions.size(place, 0) == Dimensions.UNKNOWN;
  }

  /** Whether a tensor holds the lengths of another one's axes. */
  static boolean isShape(Output<?> tensor) {
    return Forward.source(tensor).type().equals("Shape");
  }
}
