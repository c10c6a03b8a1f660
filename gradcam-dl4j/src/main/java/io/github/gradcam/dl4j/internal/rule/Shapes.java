package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.layers.SpaceToDepthLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling1D;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.Upsampling3D;
import org.deeplearning4j.nn.conf.layers.ZeroPadding1DLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPadding3DLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping1D;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping3D;
import org.deeplearning4j.nn.conf.layers.misc.RepeatVector;

/** Layers that move numbers, repeat them or leave some out. */
final class Shapes {

  private static final int ADDED = 1;
  private static final int TAKEN = -1;

  private Shapes() {}

  static void add(LayerTypes types) {
    types
        .add(ZeroPadding1DLayer.class, (layer, p) -> edges(layer.getPadding(), ADDED))
        .add(ZeroPadding3DLayer.class, (layer, p) -> edges(layer.getPadding(), ADDED))
        .add(
            ZeroPaddingLayer.class,
            (layer, p) -> edges(layer.getPadding(), ADDED, Channels.of(layer.getDataFormat())))
        .add(Cropping1D.class, (layer, p) -> edges(layer.getCropping(), TAKEN))
        .add(Cropping3D.class, (layer, p) -> edges(layer.getCropping(), TAKEN))
        .add(
            Cropping2D.class,
            (layer, p) -> edges(layer.getCropping(), TAKEN, Channels.of(layer.getDataFormat())))
        .add(Upsampling1D.class, (layer, p) -> repeatedRow(layer.getSize()[0]))
        .add(
            Upsampling2D.class,
            (layer, p) -> repeated(layer.getSize(), Channels.of(layer.getFormat())))
        .add(
            Upsampling3D.class,
            (layer, p) -> repeated(layer.getSize(), Channels.of(layer.getDataFormat())))
        .add(
            SpaceToDepthLayer.class,
            (layer, p) -> blocks(layer.getBlockSize(), Channels.of(layer.getDataFormat())))
        .add(
            RepeatVector.class,
            (layer, p) ->
                Part.of(new RepeatedVector(layer.getN(), Channels.of(layer.getDataFormat()))));
  }

  /** Of rows and volumes, Deeplearning4j takes the axes from the third on, whatever the layout. */
  private static Part edges(int[] counts, int sign) {
    return edges(counts, sign, Layout.CHANNELS_FIRST);
  }

  /** Counts come in pairs, axis by axis. */
  private static Part edges(int[] counts, int sign, Layout layout) {
    return Part.of(new Edges(along(counts, sign, 0, layout), along(counts, sign, 1, layout)));
  }

  private static List<Long> along(int[] counts, int sign, int end, Layout layout) {
    int grid = counts.length / 2;
    int first = layout == Layout.CHANNELS_LAST ? 1 : 2;
    return IntStream.range(0, grid + 2)
        .map(axis -> axis - first)
        .mapToObj(i -> i < 0 || i >= grid ? 0L : (long) sign * counts[2 * i + end])
        .toList();
  }

  private static Part repeatedRow(int times) {
    LayerRule rule = new Row(new UpsamplingRule(List.of(times, 1)));
    return Part.of(new ChannelsLast(rule, Layout.CHANNELS_FIRST, 3));
  }

  private static Part repeated(int[] times, Layout layout) {
    LayerRule rule = new UpsamplingRule(IntStream.of(times).boxed().toList());
    return Part.of(new ChannelsLast(rule, layout, times.length + 2));
  }

  private static Part blocks(int side, Layout layout) {
    return Part.of(new ChannelsLast(new BlocksRule(side), layout, 4));
  }
}
