package io.github.gradcam.dl4j.internal.source;

import java.util.Map;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** What a layer of Keras becomes in Deeplearning4j, or a part of that. */
sealed interface KerasStep {

  /** The shape of what it puts out. */
  KerasShape shape();

  /** A layer. */
  static KerasStep layer(Layer layer, KerasShape shape) {
    return new Computes(layer, shape, Map.of());
  }

  /** A layer that changes nothing, as those do that only matter in training. */
  static KerasStep nothing(KerasShape shape) {
    return layer(Dl4jLayers.activation(new ActivationIdentity()), shape);
  }

  /**
   * A layer.
   *
   * @param layer its configuration
   * @param shape the shape of what it puts out
   * @param weights its weights by their names in Deeplearning4j
   */
  record Computes(Layer layer, KerasShape shape, Map<String, KerasWeight> weights)
      implements KerasStep {

    public Computes {
      weights = Map.copyOf(weights);
    }
  }

  /**
   * Something without weights that is no layer.
   *
   * @param vertex its configuration
   * @param shape the shape of what it puts out
   */
  record Moves(GraphVertex vertex, KerasShape shape) implements KerasStep {}
}
