package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;

/** Layers that move a kernel over a grid. */
final class Convolutions {

  private Convolutions() {}

  static void add(LayerTypes types) {
    types
        .add(ConvolutionLayer.class, (layer, parameters) -> plain(layer, parameters))
        .add(Convolution2D.class, (layer, parameters) -> plain(layer, parameters));
  }

  private static Part plain(ConvolutionLayer layer, Parameters parameters) {
    LayerRule rule =
        new Convolution2dRule(
            parameters.get("W"),
            parameters.find("b"),
            window(layer, 0),
            window(layer, 1),
            Channels.of(layer.getCnn2dDataFormat()));
    return Part.of(rule, layer.getActivationFn());
  }

  private static Window window(ConvolutionLayer layer, int axis) {
    return new Window(
        layer.getKernelSize()[axis],
        layer.getStride()[axis],
        layer.getPadding()[axis],
        layer.getDilation()[axis],
        layer.getConvolutionMode());
  }
}
