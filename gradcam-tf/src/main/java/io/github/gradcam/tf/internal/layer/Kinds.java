package io.github.gradcam.tf.internal.layer;

import io.github.gradcam.tf.internal.graph.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tensorflow.proto.AttrValue;

/** Names what a layer is, in Keras's words, by the operations it is made of. */
final class Kinds {

  /** Of a layer that holds other layers. */
  static final String MODEL = "Model";

  /** The first that a layer holds names it. */
  private static final List<Map.Entry<String, String>> TELLING =
      List.of(
          Map.entry("Conv3D", "Conv3D"),
          Map.entry("Conv3DBackpropInputV2", "Conv3DTranspose"),
          Map.entry("Conv2DBackpropInput", "Conv2DTranspose"),
          Map.entry("DepthwiseConv2dNative", "DepthwiseConv2D"),
          Map.entry("Conv2D", "Conv2D"),
          Map.entry("FusedBatchNorm", "BatchNormalization"),
          Map.entry("FusedBatchNormV2", "BatchNormalization"),
          Map.entry("FusedBatchNormV3", "BatchNormalization"),
          Map.entry("MaxPool", "MaxPooling2D"),
          Map.entry("MaxPoolV2", "MaxPooling2D"),
          Map.entry("AvgPool", "AveragePooling2D"),
          Map.entry("MaxPool3D", "MaxPooling3D"),
          Map.entry("AvgPool3D", "AveragePooling3D"),
          Map.entry("LRN", "LocalResponseNormalization"),
          Map.entry("ResizeNearestNeighbor", "UpSampling2D"),
          Map.entry("ResizeBilinear", "UpSampling2D"),
          Map.entry("ResizeBicubic", "UpSampling2D"),
          Map.entry("BatchMatMul", "MultiHeadAttention"),
          Map.entry("BatchMatMulV2", "MultiHeadAttention"),
          Map.entry("Einsum", "EinsumDense"),
          Map.entry("MatMul", "Dense"),
          Map.entry("Rsqrt", "LayerNormalization"),
          Map.entry("Softmax", "Softmax"),
          Map.entry("Mean", "GlobalAveragePooling2D"),
          Map.entry("Max", "GlobalMaxPooling2D"));

  /** What an operation that stands alone is called. */
  private static final Map<String, String> ALONE =
      Map.ofEntries(
          Map.entry("Relu", "ReLU"),
          Map.entry("Relu6", "ReLU"),
          Map.entry("LeakyRelu", "LeakyReLU"),
          Map.entry("Elu", "ELU"),
          Map.entry("Add", "Add"),
          Map.entry("AddV2", "Add"),
          Map.entry("AddN", "Add"),
          Map.entry("Sub", "Subtract"),
          Map.entry("Mul", "Multiply"),
          Map.entry("Maximum", "Maximum"),
          Map.entry("Minimum", "Minimum"),
          Map.entry("ConcatV2", "Concatenate"),
          Map.entry("Pad", "ZeroPadding2D"),
          Map.entry("PadV2", "ZeroPadding2D"),
          Map.entry("Transpose", "Permute"),
          Map.entry("Reshape", "Reshape"),
          Map.entry("StridedSlice", "Cropping2D"),
          Map.entry("Identity", "Identity"));

  private Kinds() {}

  /** The kind of a call that holds no other layer. */
  static String of(Call call) {
    List<Node> nodes = call.nodes();
    Set<String> types = nodes.stream().map(Node::op).collect(Collectors.toCollection(HashSet::new));
    if (types.contains("DepthwiseConv2dNative") && types.contains("Conv2D")) {
      return "SeparableConv2D";
    }
    if (types.contains("Reshape") && nodes.stream().anyMatch(Kinds::isOfItsOwn)) {
      // Keras 2 lays tokens where a batch norm has its channels.
      return "LayerNormalization";
    }
    for (Map.Entry<String, String> telling : TELLING) {
      if (types.contains(telling.getKey())) {
        boolean flat = types.contains("ExpandDims") && types.contains("Squeeze");
        return flat ? telling.getValue().replace("2D", "1D") : telling.getValue();
      }
    }
    if (nodes.stream().anyMatch(node -> node.label().contains("/batchnorm/"))) {
      return "BatchNormalization";
    } else if (nodes.stream().anyMatch(node -> node.label().contains("/Repeat/"))) {
      return "UpSampling2D";
    }
    Node last = nodes.get(nodes.size() - 1);
    if (last.op().equals("Reshape")) {
      // The lengths that it keeps are cut out of the shape.
      types.remove("StridedSlice");
    }
    if (types.equals(Set.of("Mul", "Add")) || types.equals(Set.of("Mul", "AddV2"))) {
      return "Rescaling";
    } else if (types.equals(Set.of("Sub", "RealDiv"))) {
      return "Normalization";
    }
    boolean single = types.stream().filter(type -> !isAside(type)).count() == 1;
    return single ? ALONE.getOrDefault(last.op(), last.op()) : "Activation";
  }

  /** Whether it normalises by the mean and variance of what it is given. */
  private static boolean isOfItsOwn(Node node) {
    AttrValue training = node.attributes().get("is_training");
    return node.op().startsWith("FusedBatchNorm") && (training == null || training.getB());
  }

  /** What only works out shapes. */
  private static boolean isAside(String type) {
    return Set.of("Shape", "Pack", "Prod").contains(type);
  }
}
