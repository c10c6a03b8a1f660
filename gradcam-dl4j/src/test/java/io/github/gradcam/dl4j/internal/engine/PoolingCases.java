package io.github.gradcam.dl4j.internal.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.Pooling1D;
import org.deeplearning4j.nn.conf.layers.Pooling2D;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.Subsampling3DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Layers that make one number of several neighbours. */
final class PoolingCases {

  private static final int NORM = 3;

  private static final List<SubsamplingLayer.PoolingType> TYPES =
      List.of(
          SubsamplingLayer.PoolingType.MAX,
          SubsamplingLayer.PoolingType.AVG,
          SubsamplingLayer.PoolingType.PNORM);

  private PoolingCases() {}

  static Stream<NetworkCase> all() {
    return Stream.of(
            Arrays.stream(CNN2DFormat.values()).flatMap(PoolingCases::planes),
            Arrays.stream(RNNFormat.values()).flatMap(PoolingCases::rows),
            Arrays.stream(Convolution3D.DataFormat.values()).flatMap(PoolingCases::volumes),
            Arrays.stream(PoolingType.values()).flatMap(PoolingCases::global))
        .flatMap(cases -> cases);
  }

  private static Stream<NetworkCase> planes(CNN2DFormat format) {
    return TYPES.stream().flatMap(type -> planes(format, type));
  }

  private static Stream<NetworkCase> planes(CNN2DFormat format, SubsamplingLayer.PoolingType type) {
    Stream<NetworkCase> usual =
        Stream.of(
            Grids.plane(
                type + " pooling",
                format,
                new SubsamplingLayer.Builder(type, new int[] {3, 2}, new int[] {2, 2})
                    .pnorm(NORM)
                    .build()),
            Grids.plane(
                type + " pooling, padded",
                format,
                new Pooling2D.Builder(type, new int[] {3, 2}, new int[] {2, 1}, new int[] {1, 1})
                    .pnorm(NORM)
                    .build()),
            Grids.plane(
                type + " pooling, same",
                format,
                new SubsamplingLayer.Builder(type, new int[] {2, 3}, new int[] {2, 2})
                    .convolutionMode(ConvolutionMode.Same)
                    .pnorm(NORM)
                    .build()),
            Grids.plane(
                type + " pooling, dilated",
                format,
                new SubsamplingLayer.Builder(type, new int[] {2, 2}, new int[] {1, 1})
                    .dilation(2, 3)
                    .pnorm(NORM)
                    .build()));
    return type == SubsamplingLayer.PoolingType.AVG
        ? Stream.concat(usual, dividing(format))
        : usual;
  }

  private static Stream<NetworkCase> dividing(CNN2DFormat format) {
    return Stream.of(
        Grids.plane(
            "AVG pooling, padding counted",
            format,
            new SubsamplingLayer.Builder(
                    SubsamplingLayer.PoolingType.AVG,
                    new int[] {3, 2},
                    new int[] {2, 1},
                    new int[] {1, 1})
                .avgPoolIncludePadInDivisor(true)
                .build()),
        Grids.plane(
            "AVG pooling, same, padding counted",
            format,
            new SubsamplingLayer.Builder(
                    SubsamplingLayer.PoolingType.AVG, new int[] {3, 2}, new int[] {2, 1})
                .convolutionMode(ConvolutionMode.Same)
                .avgPoolIncludePadInDivisor(true)
                .build()));
  }

  private static Stream<NetworkCase> rows(RNNFormat format) {
    CNN2DFormat plane = format == RNNFormat.NCW ? CNN2DFormat.NCHW : CNN2DFormat.NHWC;
    return TYPES.stream()
        .flatMap(
            type ->
                Stream.of(
                    Grids.row(
                        type + " 1-D pooling",
                        format,
                        3,
                        row(new Subsampling1DLayer.Builder(type, 3, 2).pnorm(NORM).build(), plane)),
                    Grids.row(
                        type + " 1-D pooling, same",
                        format,
                        3,
                        row(
                            new Pooling1D.Builder(type, 2, 2)
                                .convolutionMode(ConvolutionMode.Same)
                                .pnorm(NORM)
                                .build(),
                            plane))));
  }

  private static SubsamplingLayer row(SubsamplingLayer layer, CNN2DFormat format) {
    layer.setCnn2dDataFormat(format);
    return layer;
  }

  private static Stream<NetworkCase> volumes(Convolution3D.DataFormat format) {
    return Stream.of(Subsampling3DLayer.PoolingType.MAX, Subsampling3DLayer.PoolingType.AVG)
        .flatMap(
            type ->
                Stream.of(
                    Grids.volume(
                        type + " 3-D pooling, padded",
                        format,
                        3,
                        new Subsampling3DLayer.Builder(type)
                            .kernelSize(3, 2, 2)
                            .stride(2, 1, 2)
                            .padding(1, 0, 1)
                            .convolutionMode(ConvolutionMode.Truncate)
                            .dataFormat(format)
                            .build()),
                    Grids.volume(
                        type + " 3-D pooling, same",
                        format,
                        3,
                        new Subsampling3DLayer.Builder(type)
                            .kernelSize(2, 3, 2)
                            .stride(2, 1, 2)
                            .convolutionMode(ConvolutionMode.Same)
                            .dataFormat(format)
                            .build())));
  }

  private static Stream<NetworkCase> global(PoolingType type) {
    return Stream.of(
        global(type + " of a row", type, () -> Numbers.normal(1, 2, 3, 5), 2),
        global(type + " of a row, NWC", type, () -> Numbers.normal(1, 2, 5, 3), 1),
        global(type + " of a plane", type, () -> Numbers.normal(1, 2, 3, 4, 5), 2, 3),
        global(type + " of a plane, NHWC", type, () -> Numbers.normal(1, 2, 4, 5, 3), 1, 2),
        global(type + " of a volume", type, () -> Numbers.normal(1, 2, 3, 4, 5, 2)),
        NetworkCase.of(
            type + " of a plane, axes kept",
            () ->
                Networks.of(
                    Grids.plane(CNN2DFormat.NCHW),
                    new GlobalPoolingLayer.Builder(type)
                        .pnorm(NORM)
                        .collapseDimensions(false)
                        .build(),
                    Grids.scores()),
            Grids.planeInput(CNN2DFormat.NCHW)));
  }

  private static NetworkCase global(
      String name, PoolingType type, Supplier<INDArray> input, int... axes) {
    GlobalPoolingLayer.Builder builder = new GlobalPoolingLayer.Builder(type).pnorm(NORM);
    if (axes.length > 0) {
      builder.poolingDimensions(axes);
    }
    return NetworkCase.of(
        "global " + name,
        () ->
            Networks.bare(
                builder.build(),
                new OutputLayer.Builder().nIn(3).nOut(2).activation(Activation.SOFTMAX).build()),
        input);
  }
}
