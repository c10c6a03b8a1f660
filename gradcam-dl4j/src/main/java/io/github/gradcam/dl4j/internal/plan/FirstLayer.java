package io.github.gradcam.dl4j.internal.plan;

import io.github.gradcam.dl4j.rule.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.PoolHelperVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SpaceToBatchLayer;
import org.deeplearning4j.nn.conf.layers.SpaceToDepthLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;

/** What a layer tells of the channels of what flows into it. */
final class FirstLayer {

  private static final int USUAL_SIDE = 224;

  /** Of a volume, which has as many places as a picture of 181. */
  private static final int USUAL_DEPTH = 32;

  private static final int USUAL_CHANNELS = 3;

  private FirstLayer() {}

  /** What flows in, if the layer's kind says so. */
  static Optional<ImageInput> told(Node node) {
    if (node.before().orElse(null) instanceof CnnToFeedForwardPreProcessor grid
        && grid.getNumChannels() > 0) {
      return Optional.of(images(grid.getNumChannels(), 2, grid.getFormat() == CNN2DFormat.NHWC));
    }
    return node.before().isPresent() ? Optional.empty() : node.layer().flatMap(FirstLayer::told);
  }

  private static Optional<ImageInput> told(Layer layer) {
    if (layer instanceof Convolution1DLayer rows) {
      return Optional.of(images(rows.getNIn(), 1, rows.getRnnDataFormat() == RNNFormat.NWC));
    } else if (layer instanceof Convolution3D volumes) {
      boolean last = volumes.getDataFormat() == Convolution3D.DataFormat.NDHWC;
      return Optional.of(images(volumes.getNIn(), 3, last));
    } else if (layer instanceof Deconvolution3D volumes) {
      boolean last = volumes.getDataFormat() == Convolution3D.DataFormat.NDHWC;
      return Optional.of(images(volumes.getNIn(), 3, last));
    } else if (layer instanceof ConvolutionLayer grids) {
      boolean last = grids.getCnn2dDataFormat() == CNN2DFormat.NHWC;
      return Optional.of(images(grids.getNIn(), 2, last));
    } else if (layer instanceof LocallyConnected2D grids) {
      return Optional.of(images(grids.getNIn(), 2, grids.getFormat() == CNN2DFormat.NHWC));
    } else if (layer instanceof LocallyConnected1D rows) {
      return Optional.of(images(rows.getNIn(), 1, false));
    } else if (layer instanceof SpaceToDepthLayer grids) {
      return Optional.of(images(0, 2, grids.getDataFormat() == CNN2DFormat.NHWC));
    } else if (layer instanceof DenseLayer dense) {
      return Optional.of(images(dense.getNIn(), 0, false));
    } else if (layer instanceof OutputLayer dense) {
      return Optional.of(images(dense.getNIn(), 0, false));
    }
    return Optional.empty();
  }

  /** Whether the channels that come out are those that flow in. */
  static boolean keepsChannels(Node node) {
    return node.before().isEmpty()
        && (node.layer().filter(FirstLayer::keepsChannels).isPresent()
            || node.vertex()
                .filter(
                    vertex ->
                        vertex instanceof ElementWiseVertex
                            || vertex instanceof ScaleVertex
                            || vertex instanceof ShiftVertex
                            || vertex instanceof L2NormalizeVertex
                            || vertex instanceof PoolHelperVertex)
                .isPresent());
  }

  private static boolean keepsChannels(Layer layer) {
    return !(layer instanceof GlobalPoolingLayer || layer instanceof SpaceToBatchLayer);
  }

  /** Nothing is known. */
  static ImageInput unknown() {
    return images(0, 2, false);
  }

  private static ImageInput images(long channels, int axes, boolean last) {
    List<Side> sides = new ArrayList<>();
    sides.add(channels > 0 ? Side.of(channels) : Side.any(USUAL_CHANNELS));
    for (int axis = 0; axis < axes; axis++) {
      sides.add(Side.any(axes > 2 ? USUAL_DEPTH : USUAL_SIDE));
    }
    return new ImageInput(
        List.copyOf(sides), last ? Layout.CHANNELS_LAST : Layout.CHANNELS_FIRST, false);
  }
}
