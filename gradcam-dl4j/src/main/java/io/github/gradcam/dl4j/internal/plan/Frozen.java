package io.github.gradcam.dl4j.internal.plan;

import org.deeplearning4j.nn.conf.graph.FrozenVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;

/** Takes away what keeps a layer from being trained: every fine-tuned network has it. */
final class Frozen {

  private Frozen() {}

  static Layer thawed(Layer layer) {
    Layer inner = layer;
    while (true) {
      if (inner instanceof FrozenLayer frozen) {
        inner = frozen.getLayer();
      } else if (inner instanceof FrozenLayerWithBackprop frozen) {
        inner = frozen.getUnderlying();
      } else {
        return inner;
      }
    }
  }

  static GraphVertex thawed(GraphVertex vertex) {
    GraphVertex inner = vertex;
    while (inner instanceof FrozenVertex frozen) {
      inner = frozen.getUnderlying();
    }
    return inner;
  }
}
