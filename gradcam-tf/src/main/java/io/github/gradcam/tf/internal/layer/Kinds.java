package io.github.gradcam.tf.internal.layer;

import io.github.gradcam.tf.internal.graph.Node;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
  private static final Map<String, String> TELLING = new LinkedHashMap<>();

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

  static {
    TELLING.put("Conv3D", "Conv3D");
    TELLING.put("Conv3DBackpropInputV2", "Conv3DTranspose");
    TELLING.put("Conv2DBackpropInput", "Conv2DTranspose");
    TELLING.put("DepthwiseConv2dNative", "DepthwiseConv2D");
    TELLING.put("Conv2D", "Conv2D");
    TELLING.put("FusedBatchNorm", "BatchNormalization");
    TELLING.put("FusedBatchNormV2", "BatchNormalization");
    TELLING.put("FusedBatchNormV3", "BatchNormalization");
    TELLING.put("MaxPool", "MaxPooling2D");
    TELLING.put("MaxPoolV2", "MaxPooling2D");
    TELLING.put("AvgPool", "AveragePooling2D");
    TELLING.put("MaxPool3D", "MaxPooling3D");
    TELLING.put("AvgPool3D", "AveragePooling3D");
    TELLING.put("LRN", "LocalResponseNormalization");
    TELLING.put("ResizeNearestNeighbor", "UpSampling2D");
    TELLING.put("ResizeBilinear", "UpSampling2D");
    TELLING.put("ResizeBicubic", "UpSampling2D");
    TELLING.put("BatchMatMul", "MultiHeadAttention");
    TELLING.put("BatchMatMulV2", "MultiHeadAttention");
    TELLING.put("Einsum", "EinsumDense");
    TELLING.put("MatMul", "Dense");
    TELLING.put("Rsqrt", "LayerNormalization");
    TELLING.put("Softmax", "Softmax");
    TELLING.put("Mean", "GlobalAveragePooling2D");
    TELLING.put("Max", "GlobalMaxPooling2D");
  }

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
    for (Map.Entry<String, String> telling : TELLING.entrySet()) {
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
