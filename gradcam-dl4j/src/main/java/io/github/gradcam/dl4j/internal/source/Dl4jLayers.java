package io.github.gradcam.dl4j.internal.source;

import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.nd4j.linalg.activations.IActivation;

/** Layers of Deeplearning4j that several of Keras become. */
final class Dl4jLayers {

  private Dl4jLayers() {}

  static ActivationLayer activation(IActivation activation) {
    return new ActivationLayer.Builder().activation(activation).build();
  }
}
