package io.github.gradcam.tf.internal.engine;

import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Session;

/** Of a network whose variables have become constants. */
public record NoWeights() implements Weights {

  @Override
  public void fill(Graph graph, Session session, Map<String, GraphOperation> handles) {
    if (!handles.isEmpty()) {
      throw new LoadException(
          "is a graph without the values of its variables, such as \""
              + handles.keySet().iterator().next()
              + "\". Open the folder of its SavedModel, or write the graph with its variables"
              + " turned into constants");
    }
  }
}
