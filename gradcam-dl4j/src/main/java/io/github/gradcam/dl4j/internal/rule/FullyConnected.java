package io.github.gradcam.dl4j.internal.rule;

import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;

/** Layers in which every unit sees every number. */
final class FullyConnected {

  private FullyConnected() {}

  static void add(LayerTypes types) {
    types
        .add(DenseLayer.class, FullyConnected::plain)
        .add(OutputLayer.class, FullyConnected::plain);
  }

  private static Part plain(FeedForwardLayer layer, Parameters parameters) {
    return Part.of(
        new DenseRule(parameters.get("W"), parameters.find("b")), layer.getActivationFn());
  }
}
