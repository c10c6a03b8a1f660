package io.github.gradcam.tf.internal.gradient;

import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.TensorShapeProto;

/** What the graph says of a tensor's shape before anything runs. */
final class Dimensions {

  /** A size, or a rank, that only a run tells. */
  static final long UNKNOWN = -1;

  private Dimensions() {}

  /** The number of dimensions, or {@link #UNKNOWN}. */
  static int rank(Output<?> tensor) {
    Shape shape = tensor.shape();
    return shape.isUnknown() ? (int) UNKNOWN : shape.numDimensions();
  }

  /** The size of one dimension, or {@link #UNKNOWN}. */
  static long size(Output<?> tensor, int axis) {
    Shape shape = tensor.shape();
    return shape.isUnknown() ? UNKNOWN : shape.get(axis);
  }

  /** Whether every size is known. */
  static boolean areKnown(Output<?> tensor) {
    Shape shape = tensor.shape();
    return !shape.isUnknown() && !shape.hasUnknownDimension();
  }

  /** How many bytes a tensor's numbers are, or {@link #UNKNOWN}. */
  static long bytes(Output<?> tensor) {
    if (!areKnown(tensor) || !Numbers.isFloat(tensor)) {
      return UNKNOWN;
    }
    return tensor.shape().size() * Numbers.bytes(tensor);
  }

  /** The shape as an attribute of a placeholder. */
  static AttrValue attribute(Output<?> tensor) {
    return attribute(tensor.shape());
  }

  /** The shape of a vector as an attribute of a placeholder. */
  static AttrValue vector(long size) {
    return attribute(Shape.of(size));
  }

  private static AttrValue attribute(Shape shape) {
    TensorShapeProto.Builder proto =
        TensorShapeProto.newBuilder().setUnknownRank(shape.isUnknown());
    if (!shape.isUnknown()) {
      for (long size : shape.asArray()) {
        proto.addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
      }
    }
    return AttrValue.newBuilder().setShape(proto).build();
  }
}
