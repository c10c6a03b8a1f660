package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.Layout;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Arrays with the channels last. Whatever layout a network is written in, grids are computed with
 * the channels last in memory, which is what the engine is fastest at; to everyone else they look
 * as the network has them.
 */
final class Channels {

  private Channels() {}

  /** An array as {@code [N, …, C]} without gaps: a view where that is one. */
  static INDArray last(INDArray array, Layout layout) {
    return MemoryOrder.dense(lastView(array, layout));
  }

  /** An array as {@code [N, …, C]}, a view. */
  static INDArray lastView(INDArray array, Layout layout) {
    return layout == Layout.CHANNELS_LAST || array.rank() < 3
        ? array
        : array.permute(
            IntStream.range(0, array.rank())
                .map(i -> i == 0 ? 0 : i == array.rank() - 1 ? 1 : i + 1)
                .toArray());
  }

  /** The way back from {@link #last}: a view in the network's layout. */
  static INDArray back(INDArray last, Layout layout) {
    return layout == Layout.CHANNELS_LAST || last.rank() < 3
        ? last
        : last.permute(
            IntStream.range(0, last.rank())
                .map(i -> i == 0 ? 0 : i == 1 ? last.rank() - 1 : i - 1)
                .toArray());
  }

  static Layout of(CNN2DFormat format) {
    return format == CNN2DFormat.NHWC ? Layout.CHANNELS_LAST : Layout.CHANNELS_FIRST;
  }

  static Layout of(RNNFormat format) {
    return format == RNNFormat.NWC ? Layout.CHANNELS_LAST : Layout.CHANNELS_FIRST;
  }

  static Layout of(Convolution3D.DataFormat format) {
    return format == Convolution3D.DataFormat.NDHWC ? Layout.CHANNELS_LAST : Layout.CHANNELS_FIRST;
  }
}
