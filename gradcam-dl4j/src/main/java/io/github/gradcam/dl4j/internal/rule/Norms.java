package io.github.gradcam.dl4j.internal.rule;

import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.params.BatchNormalizationParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Layers that bring numbers to a common scale. */
final class Norms {

  private Norms() {}

  static void add(LayerTypes types) {
    types
        .add(BatchNormalization.class, Norms::batchNorm)
        .add(LocalResponseNormalization.class, (layer, parameters) -> localNorm(layer));
  }

  private static Part batchNorm(BatchNormalization layer, Parameters parameters) {
    INDArray mean = parameters.get(BatchNormalizationParamInitializer.GLOBAL_MEAN).ravel();
    INDArray variance =
        parameters
            .find(BatchNormalizationParamInitializer.GLOBAL_VAR)
            .orElseGet(
                () -> variance(parameters.get(BatchNormalizationParamInitializer.GLOBAL_LOG_STD)));
    INDArray deviation = Transforms.sqrt(variance.ravel().add(layer.getEps()));
    INDArray scale =
        parameters
            .find(BatchNormalizationParamInitializer.GAMMA)
            .map(gamma -> gamma.ravel().div(deviation))
            .orElseGet(() -> deviation.rdiv(isBlind(layer) ? 1 : layer.getGamma()));
    INDArray start =
        parameters
            .find(BatchNormalizationParamInitializer.BETA)
            .map(INDArray::ravel)
            .orElseGet(() -> scale.like().assign(isBlind(layer) ? 0 : layer.getBeta()));
    INDArray offset = start.sub(mean.mul(scale));
    // Deeplearning4j does not use the function that such a layer may have.
    return Part.of(new BatchNormRule(scale, offset, Channels.of(layer.getCnn2DFormat())));
  }

  /** Whether Deeplearning4j leaves out the numbers that are told instead of learned. */
  private static boolean isBlind(BatchNormalization layer) {
    return layer.getGamma() == 1 || layer.getBeta() == 0;
  }

  private static Part localNorm(LocalResponseNormalization layer) {
    return Part.of(
        new ChannelsLast(
            new LocalNormRule(
                (int) layer.getN() / 2, layer.getK(), layer.getAlpha(), layer.getBeta()),
            Channels.of(layer.getDataFormat()),
            4));
  }

  /** Of the logarithm of the deviation to the base ten, as newer versions keep it. */
  private static INDArray variance(INDArray logarithm) {
    return Transforms.exp(logarithm.mul(2 * Math.log(10)));
  }
}
