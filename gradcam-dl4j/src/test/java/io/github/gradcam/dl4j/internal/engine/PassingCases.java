package io.github.gradcam.dl4j.internal.engine;

import java.util.Arrays;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Cnn3DLossLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.RnnLossLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.util.MaskLayer;
import org.nd4j.linalg.activations.Activation;

/** Layers that look at one number, or at one place, after the other. */
final class PassingCases {

  private PassingCases() {}

  static Stream<NetworkCase> all() {
    return Stream.of(
            Arrays.stream(CNN2DFormat.values()).flatMap(PassingCases::planes),
            Stream.of(
                    new Dropout(0.5),
                    new AlphaDropout(0.5),
                    new GaussianDropout(0.5),
                    new GaussianNoise(0.5),
                    new SpatialDropout(0.5))
                .map(PassingCases::dropout),
            vectors(),
            places())
        .flatMap(cases -> cases);
  }

  private static Stream<NetworkCase> planes(CNN2DFormat format) {
    return Stream.of(
        Grids.plane("PReLU", format, new PReLULayer.Builder().inputShape(shape(format)).build()),
        Grids.plane(
            "PReLU, the same everywhere",
            format,
            new PReLULayer.Builder()
                .inputShape(shape(format))
                .sharedAxes(format == CNN2DFormat.NCHW ? new long[] {2, 3} : new long[] {1, 2})
                .build()),
        Grids.plane("activation layer", format, new ActivationLayer(Activation.ELU)),
        Grids.plane("mask layer without a mask", format, new MaskLayer()),
        NetworkCase.of(
            "softmax at each place, " + format,
            () ->
                Networks.of(
                    Grids.plane(format),
                    new ConvolutionLayer.Builder(2, 2).nOut(4).activation(Activation.TANH).build(),
                    new CnnLossLayer.Builder()
                        .format(format)
                        .activation(Activation.SOFTMAX)
                        .build()),
            Grids.planeInput(format)));
  }

  private static long[] shape(CNN2DFormat format) {
    return format == CNN2DFormat.NCHW ? new long[] {3, 7, 6} : new long[] {7, 6, 3};
  }

  private static NetworkCase dropout(IDropout kind) {
    return Grids.plane(
        kind.getClass().getSimpleName(),
        CNN2DFormat.NCHW,
        new ConvolutionLayer.Builder(2, 2).nOut(4).activation(Activation.TANH).build(),
        new DropoutLayer.Builder(kind).build(),
        new DenseLayer.Builder().nOut(5).dropOut(kind).activation(Activation.TANH).build());
  }

  private static Stream<NetworkCase> vectors() {
    return Stream.of(
        NetworkCase.of(
            "factors for each number",
            () ->
                Networks.bare(
                    new ElementWiseMultiplicationLayer.Builder()
                        .nIn(5)
                        .nOut(5)
                        .activation(Activation.TANH)
                        .build(),
                    new LossLayer.Builder().activation(Activation.SOFTMAX).build()),
            () -> Numbers.normal(1, 2, 5)));
  }

  private static Stream<NetworkCase> places() {
    Stream<NetworkCase> rows =
        Arrays.stream(RNNFormat.values())
            .map(
                format ->
                    NetworkCase.of(
                        "softmax along a row, " + format,
                        () -> {
                          RnnLossLayer layer =
                              new RnnLossLayer.Builder().activation(Activation.SOFTMAX).build();
                          layer.setRnnDataFormat(format);
                          return Networks.bare(Grids.places(3, format), layer);
                        },
                        () ->
                            format == RNNFormat.NCW
                                ? Numbers.normal(1, 2, 3, 4)
                                : Numbers.normal(1, 2, 4, 3)));
    Stream<NetworkCase> volumes =
        Arrays.stream(Convolution3D.DataFormat.values())
            .map(
                format ->
                    NetworkCase.of(
                        "softmax through a volume, " + format,
                        () -> Networks.bare(volume(format)),
                        () ->
                            format == Convolution3D.DataFormat.NCDHW
                                ? Numbers.normal(1, 2, 3, 2, 3, 4)
                                : Numbers.normal(1, 2, 2, 3, 4, 3)));
    return Stream.concat(rows, volumes);
  }

  private static Layer[] volume(Convolution3D.DataFormat format) {
    return new Layer[] {
      new Convolution3D.Builder(2, 2, 2)
          .nIn(3)
          .nOut(4)
          .dataFormat(format)
          .activation(Activation.TANH)
          .build(),
      new Cnn3DLossLayer.Builder(format).activation(Activation.SOFTMAX).build()
    };
  }
}
