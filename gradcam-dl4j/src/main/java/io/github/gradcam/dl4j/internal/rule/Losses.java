package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.Layout;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/** Layers that compute a loss in training, of which a function is left. */
final class Losses {

  private Losses() {}

  static void add(LayerTypes types) {
    types
        .add(LossLayer.class, (layer, parameters) -> Part.of(layer.getActivationFn()))
        .add(
            RnnLossLayer.class,
            (layer, parameters) ->
                places(layer.getActivationFn(), Channels.of(layer.getRnnDataFormat())))
        .add(
            CnnLossLayer.class,
            (layer, parameters) -> places(layer.getActivationFn(), Channels.of(layer.getFormat())))
        .add(
            Cnn3DLossLayer.class,
            (layer, parameters) ->
                places(layer.getActivationFn(), Channels.of(layer.getDataFormat())));
  }

  /** A function of the channels at each place. */
  static Part places(IActivation function, Layout layout) {
    return function instanceof ActivationSoftmax
        ? Part.of(new PerPosition(Activations.rule(function), layout))
        : Part.of(function);
  }
}
