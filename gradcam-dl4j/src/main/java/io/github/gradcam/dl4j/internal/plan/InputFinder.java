package io.github.gradcam.dl4j.internal.plan;

import io.github.gradcam.dl4j.rule.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a network takes. Configurations do not say it; the first layer with weights does,
 * as far as channels go.
 */
final class InputFinder {

  private static final int ANY = -1;

  private InputFinder() {}

  static ImageInput of(MultiLayerNetwork network) {
    List<Layer> layers =
        Arrays.stream(network.getLayers())
            .map(layer -> Frozen.thawed(layer.conf().getLayer()))
            .toList();
    return flat(network.getLayerWiseConfigurations().getInputPreProcess(0))
        .orElseGet(() -> first(layers));
  }

  static ImageInput of(ComputationGraph graph, String input) {
    List<Layer> layers = new ArrayList<>();
    for (int index : graph.topologicalSortOrder()) {
      String name = graph.getVertices()[index].getVertexName();
      GraphVertex vertex = graph.getConfiguration().getVertices().get(name);
      if (vertex != null && Frozen.thawed(vertex) instanceof LayerVertex holder) {
        if (graph
            .getConfiguration()
            .getVertexInputs()
            .getOrDefault(name, List.of())
            .contains(input)) {
          Optional<ImageInput> flat = flat(holder.getPreProcessor());
          if (flat.isPresent()) {
            return flat.get();
          }
        }
        layers.add(Frozen.thawed(holder.getLayerConf().getLayer()));
      }
    }
    return first(layers);
  }

  /** What stands before a layer; what unrolls a flat image is left out, for images are not flat. */
  static @Nullable InputPreProcessor preprocessor(MultiLayerNetwork network, int layer) {
    InputPreProcessor preprocessor = network.getLayerWiseConfigurations().getInputPreProcess(layer);
    return layer == 0 && flat(preprocessor).isPresent() ? null : preprocessor;
  }

  static @Nullable InputPreProcessor preprocessor(ComputationGraph graph, LayerVertex holder) {
    return holder.getPreProcessor();
  }

  private static Optional<ImageInput> flat(@Nullable InputPreProcessor preprocessor) {
    return preprocessor instanceof FeedForwardToCnnPreProcessor rows
        ? Optional.of(
            new ImageInput(
                new int[] {
                  Math.toIntExact(rows.getNumChannels()),
                  Math.toIntExact(rows.getInputHeight()),
                  Math.toIntExact(rows.getInputWidth())
                },
                Layout.CHANNELS_FIRST,
                true))
        : Optional.empty();
  }

  private static ImageInput first(List<Layer> layers) {
    return layers.stream()
        .flatMap(layer -> told(layer).stream())
        .findFirst()
        .orElse(new ImageInput(new int[] {ANY, ANY, ANY}, Layout.CHANNELS_FIRST, false));
  }

  private static Optional<ImageInput> told(Layer layer) {
    if (layer instanceof Convolution1DLayer rows) {
      return Optional.of(channels(rows.getNIn(), 1, rows.getRnnDataFormat() == RNNFormat.NWC));
    } else if (layer instanceof Convolution3D volumes) {
      boolean last = volumes.getDataFormat() == Convolution3D.DataFormat.NDHWC;
      return Optional.of(channels(volumes.getNIn(), 3, last));
    } else if (layer instanceof ConvolutionLayer grids) {
      boolean last = grids.getCnn2dDataFormat() == CNN2DFormat.NHWC;
      return Optional.of(channels(grids.getNIn(), 2, last));
    } else if (layer instanceof DenseLayer dense) {
      return Optional.of(channels(dense.getNIn(), 0, false));
    }
    return Optional.empty();
  }

  private static ImageInput channels(long channels, int axes, boolean last) {
    int[] lengths = new int[axes + 1];
    Arrays.fill(lengths, ANY);
    lengths[0] = channels > 0 ? Math.toIntExact(channels) : ANY;
    return new ImageInput(lengths, last ? Layout.CHANNELS_LAST : Layout.CHANNELS_FIRST, false);
  }
}
