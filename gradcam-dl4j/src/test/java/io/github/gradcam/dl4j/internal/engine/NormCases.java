package io.github.gradcam.dl4j.internal.engine;

import java.util.Arrays;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;

/** Layers that bring numbers to a common scale. */
final class NormCases {

  private NormCases() {}

  static Stream<NetworkCase> all() {
    return Stream.concat(Arrays.stream(CNN2DFormat.values()).flatMap(NormCases::planes), rows());
  }

  private static Stream<NetworkCase> planes(CNN2DFormat format) {
    return Stream.of(
        batchNorm("batch norm", format, new BatchNormalization.Builder()),
        // Deeplearning4j does not use the function.
        batchNorm(
            "batch norm with a function",
            format,
            new BatchNormalization.Builder().activation(Activation.TANH)),
        batchNorm("batch norm, factors told", format, new BatchNormalization.Builder(2, 0.5, true)),
        // Deeplearning4j leaves out a factor without an offset.
        batchNorm(
            "batch norm, one factor told", format, new BatchNormalization.Builder(2, 0, true)),
        batchNorm(
            "batch norm, logarithms", format, new BatchNormalization.Builder().useLogStd(true)),
        localNorm("local response norm", format, new LocalResponseNormalization.Builder(2, 3, 0.5)),
        localNorm(
            "local response norm that reaches all channels",
            format,
            new LocalResponseNormalization.Builder(1, 5, 0.1, 0.6)));
  }

  private static NetworkCase batchNorm(
      String name, CNN2DFormat format, BatchNormalization.Builder builder) {
    return Grids.plane(name, format, builder.dataFormat(format).build());
  }

  private static NetworkCase localNorm(
      String name, CNN2DFormat format, LocalResponseNormalization.Builder builder) {
    return Grids.plane(name, format, builder.dataFormat(format).build());
  }

  private static Stream<NetworkCase> rows() {
    return Stream.of(
        NetworkCase.of(
            "batch norm of vectors",
            () ->
                Networks.bare(
                    new DenseLayer.Builder().nIn(5).nOut(4).activation(Activation.TANH).build(),
                    new BatchNormalization.Builder().nIn(4).nOut(4).build(),
                    new OutputLayer.Builder()
                        .nIn(4)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build()),
            () -> Numbers.normal(1, 2, 5)),
        Grids.row(
            "batch norm of a row",
            RNNFormat.NWC,
            3,
            new BatchNormalization.Builder().nIn(3).nOut(3).dataFormat(CNN2DFormat.NHWC).build()));
  }
}
