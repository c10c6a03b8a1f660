package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import org.deeplearning4j.nn.conf.graph.GraphVertex;

/** The rule of each vertex that holds no layer. */
final class Vertices {

  private Vertices() {}

  static LayerRule rule(GraphVertex vertex) {
    throw new UnknownTypeException(vertex.getClass());
  }
}
