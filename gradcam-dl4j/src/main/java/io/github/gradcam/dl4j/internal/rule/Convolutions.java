package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.Convolution1D;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.params.SeparableConvolutionParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Layers that move a kernel over a grid. */
final class Convolutions {

  private static final int ROWS = 3;
  private static final int PLANES = 4;
  private static final int VOLUMES = 5;

  private Convolutions() {}

  static void add(LayerTypes types) {
    types
        .add(ConvolutionLayer.class, Convolutions::plane)
        .add(Convolution2D.class, Convolutions::plane)
        .add(Convolution1DLayer.class, Convolutions::row)
        .add(Convolution1D.class, Convolutions::row)
        .add(Convolution3D.class, Convolutions::volume)
        .add(DepthwiseConvolution2D.class, Convolutions::depthwise)
        .add(SeparableConvolution2D.class, Convolutions::separable)
        .add(Deconvolution2D.class, Convolutions::deconvolution)
        .add(Deconvolution3D.class, Convolutions::deconvolution3d);
  }

  private static Part plane(ConvolutionLayer layer, Parameters parameters) {
    List<Window> windows = windows(layer);
    return part(Convolution2d.of(parameters.get("W"), parameters.find("b"), windows), layer);
  }

  private static Part row(Convolution1DLayer layer, Parameters parameters) {
    INDArray weights = parameters.get("W");
    // Deeplearning4j does not turn the axes of [out, in, k, 1], but reads the numbers in another
    // shape, and that is what such networks were trained with.
    INDArray kernel =
        weights
            .reshape(weights.ordering(), weights.size(2), weights.size(1), weights.size(0))
            .permute(2, 1, 0)
            .dup('c')
            .reshape('c', weights.size(0), weights.size(1), weights.size(2), 1);
    Window along =
        new Window(
            layer.getKernelSize()[0],
            layer.getStride()[0],
            layer.getPadding()[0],
            layer.getDilation()[0],
            layer.getConvolutionMode());
    LayerRule rule =
        new Row(Convolution2d.of(kernel, parameters.find("b"), List.of(along, Window.single())));
    return Part.of(
        new ChannelsLast(rule, Channels.of(layer.getRnnDataFormat()), ROWS),
        layer.getActivationFn());
  }

  private static Part volume(Convolution3D layer, Parameters parameters) {
    LayerRule rule =
        Convolution3d.of(
            parameters.get("W").permute(2, 3, 4, 1, 0).dup('c'),
            parameters.find("b"),
            windows(layer));
    return Part.of(
        new ChannelsLast(rule, Channels.of(layer.getDataFormat()), VOLUMES),
        layer.getActivationFn());
  }

  private static Part depthwise(DepthwiseConvolution2D layer, Parameters parameters) {
    List<Window> windows = windows(layer);
    return part(Depthwise2d.of(parameters.get("W"), parameters.find("b"), windows), layer);
  }

  private static Part separable(SeparableConvolution2D layer, Parameters parameters) {
    List<Window> windows = windows(layer);
    Convolution depthwise =
        Depthwise2d.of(
            parameters
                .get(SeparableConvolutionParamInitializer.DEPTH_WISE_WEIGHT_KEY)
                .permute(2, 3, 1, 0)
                .dup('c'),
            Optional.empty(),
            windows);
    Convolution pointwise =
        Convolution2d.of(
            parameters.get(SeparableConvolutionParamInitializer.POINT_WISE_WEIGHT_KEY),
            parameters.find("b"),
            List.of(Window.single(), Window.single()));
    Layout layout = Channels.of(layer.getCnn2dDataFormat());
    return part(pointwise, layer).behind(new ChannelsLast(depthwise, layout, PLANES));
  }

  private static Part deconvolution(Deconvolution2D layer, Parameters parameters) {
    List<Window> windows = windows(layer);
    INDArray weights = parameters.get("W");
    return part(
        new Deconvolution(
            Convolution2d.of(weights, Optional.empty(), windows),
            parameters.find("b"),
            windows,
            weights.size(0),
            weights.size(1)),
        layer);
  }

  private static Part deconvolution3d(Deconvolution3D layer, Parameters parameters) {
    INDArray weights = parameters.get("W");
    LayerRule rule =
        new Deconvolution(
            Convolution3d.of(weights, Optional.empty(), windows(layer)),
            parameters.find("b"),
            windows(layer),
            weights.size(4),
            weights.size(3));
    return Part.of(
        new ChannelsLast(rule, Channels.of(layer.getDataFormat()), VOLUMES),
        layer.getActivationFn());
  }

  private static Part part(LayerRule rule, ConvolutionLayer layer) {
    return Part.of(
        new ChannelsLast(rule, Channels.of(layer.getCnn2dDataFormat()), PLANES),
        layer.getActivationFn());
  }

  private static List<Window> windows(ConvolutionLayer layer) {
    return Window.of(
        layer.getKernelSize(),
        layer.getStride(),
        layer.getPadding(),
        layer.getDilation(),
        layer.getConvolutionMode());
  }
}
