package io.github.gradcam.tf.internal.engine;

import java.util.Iterator;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.ndarray.Shape;

/** Looks for convolutions that see only a group of the channels at a time. */
final class Groups {

  private static final int INPUTS_OF_FILTER = 2;

  private Groups() {}

  /** Whether there is one. */
  static boolean in(Graph graph) {
    Iterator<GraphOperation> operations = graph.operations();
    while (operations.hasNext()) {
      GraphOperation operation = operations.next();
      if (operation.type().equals("Conv2D") && isGrouped(operation)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isGrouped(GraphOperation convolution) {
    Shape image = convolution.input(0).shape();
    Shape filter = convolution.input(1).shape();
    if (image.numDimensions() != 4 || filter.numDimensions() != 4) {
      return false;
    }
    boolean first = convolution.attributes().getAttrString("data_format").startsWith("NC");
    long channels = image.get(first ? 1 : 3);
    long seen = filter.get(INPUTS_OF_FILTER);
    return channels > 0 && seen > 0 && channels != seen;
  }
}
