package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Pooling1D;
import org.deeplearning4j.nn.conf.layers.Pooling2D;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.Subsampling3DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/** Layers that make one number of several neighbours. */
final class Poolings {

  private Poolings() {}

  static void add(LayerTypes types) {
    types
        .add(SubsamplingLayer.class, (layer, parameters) -> plane(layer))
        .add(Pooling2D.class, (layer, parameters) -> plane(layer))
        .add(Subsampling1DLayer.class, (layer, parameters) -> row(layer))
        .add(Pooling1D.class, (layer, parameters) -> row(layer))
        .add(Subsampling3DLayer.class, (layer, parameters) -> volume(layer))
        .add(GlobalPoolingLayer.class, (layer, parameters) -> global(layer));
  }

  private static Part plane(SubsamplingLayer layer) {
    return Part.of(
        new ChannelsLast(
            rule(
                layer,
                Window.of(
                    layer.getKernelSize(),
                    layer.getStride(),
                    layer.getPadding(),
                    layer.getDilation(),
                    layer.getConvolutionMode())),
            Channels.of(layer.getCnn2dDataFormat()),
            4));
  }

  private static Part row(SubsamplingLayer layer) {
    Window along =
        new Window(
            layer.getKernelSize()[0],
            layer.getStride()[0],
            layer.getPadding()[0],
            layer.getDilation()[0],
            layer.getConvolutionMode());
    Window across = new Window(1, 1, 0, 1, layer.getConvolutionMode());
    return Part.of(
        new ChannelsLast(
            new Row(rule(layer, List.of(along, across))),
            Channels.of(layer.getCnn2dDataFormat()),
            3));
  }

  private static LayerRule rule(SubsamplingLayer layer, List<Window> windows) {
    return switch (layer.getPoolingType()) {
      case MAX -> new PoolingRule("maxpool2d", windows, 0);
      case AVG ->
          new PoolingRule("avgpool2d", windows, layer.isAvgPoolIncludePadInDivisor() ? 1 : 0);
      case PNORM -> new NormPoolingRule(layer.getPnorm(), windows);
      case SUM ->
          throw new UnknownTypeException(
              layer.getClass(), "Deeplearning4j has no pooling of type SUM either");
    };
  }

  private static Part volume(Subsampling3DLayer layer) {
    // Deeplearning4j averages whatever is not a maximum.
    String operation = layer.getPoolingType() == PoolingType.MAX ? "maxpool3dnew" : "avgpool3dnew";
    return Part.of(
        new ChannelsLast(
            new PoolingRule(
                operation,
                Window.of(
                    layer.getKernelSize(),
                    layer.getStride(),
                    layer.getPadding(),
                    layer.getDilation(),
                    layer.getConvolutionMode()),
                0),
            Channels.of(layer.getDataFormat()),
            5));
  }

  private static Part global(GlobalPoolingLayer layer) {
    return Part.of(
        new GlobalPoolingRule(
            layer.getPoolingType(),
            layer.getPnorm(),
            Optional.ofNullable(layer.getPoolingDimensions()),
            !layer.isCollapseDimensions()));
  }
}
