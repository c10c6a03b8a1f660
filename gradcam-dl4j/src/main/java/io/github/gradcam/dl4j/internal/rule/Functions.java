package io.github.gradcam.dl4j.internal.rule;

import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;

/** Layers that are a function of each number, or nothing at all in evaluation mode. */
final class Functions {

  private Functions() {}

  static void add(LayerTypes types) {
    types
        .add(ActivationLayer.class, (layer, parameters) -> Part.of(layer.getActivationFn()))
        // Its configuration tells an activation, too, which the library never applies.
        .add(DropoutLayer.class, (layer, parameters) -> Part.of(new Identity()));
  }
}
