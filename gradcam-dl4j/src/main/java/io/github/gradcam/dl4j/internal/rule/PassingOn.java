package io.github.gradcam.dl4j.internal.rule;

import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.util.MaskLayer;

/** Layers that look at one number after the other, and those that only matter in training. */
final class PassingOn {

  private PassingOn() {}

  static void add(LayerTypes types) {
    types
        .add(ActivationLayer.class, (layer, parameters) -> Part.of(layer.getActivationFn()))
        // Whatever kind of noise it adds, none is added outside training.
        .add(DropoutLayer.class, (layer, parameters) -> Part.of(new Identity()))
        // No mask is ever given.
        .add(MaskLayer.class, (layer, parameters) -> Part.of(new Identity()))
        .add(
            PReLULayer.class,
            (layer, parameters) -> Part.of(ParametricReluRule.of(parameters.get("W"))))
        .add(
            ElementWiseMultiplicationLayer.class,
            (layer, parameters) ->
                Part.of(
                    new RowwiseRule(parameters.get("W").ravel(), parameters.get("b").ravel()),
                    layer.getActivationFn()));
  }
}
