package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.Layout;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;

/** Layers in which every unit sees every number, or every channel at its place. */
final class FullyConnected {

  private FullyConnected() {}

  static void add(LayerTypes types) {
    types
        .add(DenseLayer.class, FullyConnected::dense)
        .add(OutputLayer.class, FullyConnected::plain)
        .add(CenterLossOutputLayer.class, FullyConnected::plain)
        .add(AutoEncoder.class, FullyConnected::plain)
        .add(RnnOutputLayer.class, FullyConnected::places);
  }

  private static Part dense(DenseLayer layer, Parameters parameters) {
    if (!layer.hasLayerNorm()) {
      return plain(layer, parameters);
    }
    return Part.of(
            new LayerNormRule(
                parameters.get(DefaultParamInitializer.GAIN_KEY).ravel(), parameters.find("b")),
            layer.getActivationFn())
        .behind(new DenseRule(parameters.get("W"), Optional.empty()));
  }

  private static Part plain(FeedForwardLayer layer, Parameters parameters) {
    return Part.of(
        new DenseRule(parameters.get("W"), parameters.find("b")), layer.getActivationFn());
  }

  private static Part places(RnnOutputLayer layer, Parameters parameters) {
    Layout layout = Channels.of(layer.getRnnDataFormat());
    return Losses.places(layer.getActivationFn(), layout)
        .behind(new PerPosition(new DenseRule(parameters.get("W"), parameters.find("b")), layout));
  }
}
