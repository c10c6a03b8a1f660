package io.github.gradcam.dl4j.internal.engine;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Networks with a grid as their input: two images with three channels. */
final class Grids {

  private static final int LENGTH = 9;
  private static final int HEIGHT = 7;
  private static final int WIDTH = 6;
  private static final int[] VOLUME = {5, 4, 6};

  private Grids() {}

  /** Layers over {@code [N, C, 7, 6]}, and scores behind them. */
  static NetworkCase plane(String name, CNN2DFormat format, Layer... layers) {
    return ending(name + ", " + format, plane(format), planeInput(format), layers);
  }

  static InputType plane(CNN2DFormat format) {
    return InputType.convolutional(HEIGHT, WIDTH, 3, format);
  }

  static Supplier<INDArray> planeInput(CNN2DFormat format) {
    return () ->
        format == CNN2DFormat.NCHW
            ? Numbers.normal(1, 2, 3, HEIGHT, WIDTH)
            : Numbers.normal(1, 2, HEIGHT, WIDTH, 3);
  }

  /** Layers over {@code [N, C, 9]} that give so many channels, and scores behind their average. */
  static NetworkCase row(String name, RNNFormat format, int channels, Layer... layers) {
    int[] axes = {format == RNNFormat.NCW ? 2 : 1};
    return NetworkCase.of(
        name + ", " + format,
        () -> Networks.bare(averaged(channels, axes, layers)),
        () ->
            format == RNNFormat.NCW
                ? Numbers.normal(1, 2, 3, LENGTH)
                : Numbers.normal(1, 2, LENGTH, 3));
  }

  /** The same over {@code [N, C, 5, 4, 6]}. */
  static NetworkCase volume(
      String name, Convolution3D.DataFormat format, int channels, Layer... layers) {
    boolean first = format == Convolution3D.DataFormat.NCDHW;
    int[] axes = first ? new int[] {2, 3, 4} : new int[] {1, 2, 3};
    return NetworkCase.of(
        name + ", " + format,
        () -> Networks.bare(averaged(channels, axes, layers)),
        () ->
            first
                ? Numbers.normal(1, 2, 3, VOLUME[0], VOLUME[1], VOLUME[2])
                : Numbers.normal(1, 2, VOLUME[0], VOLUME[1], VOLUME[2], 3));
  }

  private static Layer[] averaged(int channels, int[] axes, Layer... layers) {
    return Stream.concat(
            Arrays.stream(layers),
            Stream.of(
                new GlobalPoolingLayer.Builder(PoolingType.AVG).poolingDimensions(axes).build(),
                new OutputLayer.Builder()
                    .nIn(channels)
                    .nOut(3)
                    .activation(Activation.SOFTMAX)
                    .build()))
        .toArray(Layer[]::new);
  }

  static NetworkCase ending(
      String name, InputType type, Supplier<INDArray> input, Layer... layers) {
    Layer[] all = Stream.concat(Arrays.stream(layers), Stream.of(scores())).toArray(Layer[]::new);
    return NetworkCase.of(name, () -> Networks.of(type, all), input);
  }

  /** Four scores at each place of a row. */
  static Layer places(int channels, RNNFormat format) {
    return new RnnOutputLayer.Builder()
        .nIn(channels)
        .nOut(4)
        .dataFormat(format)
        .activation(Activation.SOFTMAX)
        .build();
  }

  /** Three scores, with a softmax. */
  static Layer scores() {
    return new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build();
  }
}
