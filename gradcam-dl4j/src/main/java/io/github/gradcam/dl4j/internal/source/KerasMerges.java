package io.github.gradcam.dl4j.internal.source;

import java.util.List;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;

/** Layers that make one of several. */
final class KerasMerges {

  private KerasMerges() {}

  static KerasTranslation elementwise(ElementWiseVertex.Op op) {
    return (layer, inputs) -> {
      KerasShape first = inputs.get(0);
      for (KerasShape other : inputs) {
        if (!other.equals(first) && !isScale(op, first, other)) {
          throw layer.refused(
              "which takes the shapes "
                  + inputs
                  + ". They should be equal, or a product of an image and of one number for each of"
                  + " its channels");
        }
      }
      return List.of(new KerasStep.Moves(new ElementWiseVertex(op), first));
    };
  }

  /** Squeeze and excitation: each channel is stretched as a whole. */
  private static boolean isScale(ElementWiseVertex.Op op, KerasShape image, KerasShape scale) {
    return op == ElementWiseVertex.Op.Product
        && image.rank() == 3
        && scale.equals(KerasShape.of(1, 1, image.channels()));
  }

  static List<KerasStep> concatenate(KerasLayer layer, List<KerasShape> inputs) {
    KerasShape first = inputs.get(0);
    int asked = (int) layer.settings().number("axis", -1);
    // The axis of the batch counts in Keras, and does not in a shape.
    int axis = asked < 0 ? first.rank() + asked : asked - 1;
    if (axis < 0 || axis >= first.rank()) {
      throw layer.settings().odd("axis", asked);
    }
    int length = 0;
    for (KerasShape one : inputs) {
      if (one.rank() != first.rank()
          || !one.with(axis, 1).equals(first.with(axis, 1))
          || one.length(axis) == KerasShape.ANY) {
        throw layer.refused("which takes the shapes " + inputs + ", which do not fit together");
      }
      length = Math.addExact(length, one.length(axis));
    }
    MergeVertex merge = new MergeVertex();
    merge.setMergeAxis(axis + 1);
    return List.of(new KerasStep.Moves(merge, first.with(axis, length)));
  }
}
