package io.github.gradcam.dl4j.internal.source;

import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/** Layers that make one number of several. */
final class KerasPoolings {

  private KerasPoolings() {}

  static KerasTranslation pooling(PoolingType type) {
    SubsamplingLayer.PoolingType kind =
        type == PoolingType.MAX
            ? SubsamplingLayer.PoolingType.MAX
            : SubsamplingLayer.PoolingType.AVG;
    return KerasTranslation.one(
        (layer, input) -> {
          KerasWindow window = KerasWindow.ofPool(layer, input);
          return KerasStep.layer(
              new SubsamplingLayer.Builder(kind)
                  .kernelSize(window.kernel())
                  .stride(window.stride())
                  .convolutionMode(window.mode())
                  .dataFormat(CNN2DFormat.NHWC)
                  .build(),
              window.output(layer, input));
        });
  }

  static KerasTranslation global(PoolingType type) {
    return (layer, inputs) -> {
      KerasShape input = KerasShapes.single(layer, inputs);
      KerasShapes.requireImage(layer, input);
      KerasShape flat = KerasShape.of(input.channels());
      KerasStep pooled =
          KerasStep.layer(
              new GlobalPoolingLayer.Builder(type).poolingDimensions(1, 2).build(), flat);
      if (!layer.settings().flag("keepdims", false)) {
        return List.of(pooled);
      }
      // Deeplearning4j would put the kept axes last.
      return List.of(
          pooled,
          new KerasStep.Moves(
              new ReshapeVertex(-1, 1, 1, input.channels()),
              KerasShape.of(1, 1, input.channels())));
    };
  }
}
