package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.nd4j.linalg.activations.Activation;

/** Layers that have weights of their own for each place to which a kernel moves. */
final class LocallyConnected {

  private LocallyConnected() {}

  static void add(LayerTypes types) {
    types
        .add(LocallyConnected1D.class, LocallyConnected::row)
        .add(LocallyConnected2D.class, LocallyConnected::plane);
  }

  private static Part plane(LocallyConnected2D layer, Parameters parameters) {
    int[] after = layer.getPaddingBr() == null ? layer.getPadding() : layer.getPaddingBr();
    LocalRule rule =
        new LocalRule(
            parameters.get("W"),
            parameters.find("b"),
            new LocalRule.Side(
                layer.getKernel()[0],
                layer.getStride()[0],
                layer.getPadding()[0],
                after[0],
                layer.getOutputSize()[0]),
            new LocalRule.Side(
                layer.getKernel()[1],
                layer.getStride()[1],
                layer.getPadding()[1],
                after[1],
                layer.getOutputSize()[1]));
    return part(rule, Channels.of(layer.getFormat()), 4, layer.getActivation());
  }

  /** Deeplearning4j takes the last axis, whatever the layout. */
  private static Part row(LocallyConnected1D layer, Parameters parameters) {
    boolean same = layer.getCm() == ConvolutionMode.Same;
    LocalRule rule =
        new LocalRule(
            parameters.get("W"),
            parameters.find("b"),
            new LocalRule.Side(
                layer.getKernel(),
                layer.getStride(),
                layer.getPadding(),
                same ? layer.getPaddingR() : layer.getPadding(),
                layer.getOutputSize()),
            new LocalRule.Side(1, 1, 0, 0, 1));
    return part(new Row(rule), Layout.CHANNELS_FIRST, 3, layer.getActivation());
  }

  private static Part part(LayerRule rule, Layout layout, int rank, Activation function) {
    return Part.of(new ChannelsLast(rule, layout, rank), function.getActivationFunction());
  }
}
