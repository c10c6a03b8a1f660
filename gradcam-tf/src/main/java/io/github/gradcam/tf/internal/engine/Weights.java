package io.github.gradcam.tf.internal.engine;

import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Session;

/** Where a network's variables come from. */
public interface Weights {

  /**
   * Fills them.
   *
   * @param graph the graph that holds them; nodes may be added
   * @param session the session of that graph
   * @param handles by shared name, the nodes that stand for them
   * @throws io.github.gradcam.error.ModelOpenException if one is missing
   */
  void fill(Graph graph, Session session, Map<String, GraphOperation> handles);
}
