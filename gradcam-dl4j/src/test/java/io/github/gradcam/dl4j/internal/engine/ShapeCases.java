package io.github.gradcam.dl4j.internal.engine;

import java.util.Arrays;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
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
final class ShapeCases {

  private ShapeCases() {}

  static Stream<NetworkCase> all() {
    return Stream.of(
            Arrays.stream(CNN2DFormat.values()).flatMap(ShapeCases::planes),
            rows(),
            volumes(),
            Arrays.stream(RNNFormat.values()).map(ShapeCases::repeated))
        .flatMap(cases -> cases);
  }

  private static Stream<NetworkCase> planes(CNN2DFormat format) {
    return Stream.of(
        Grids.plane(
            "zero padding",
            format,
            new ZeroPaddingLayer.Builder(1, 2, 3, 0).dataFormat(format).build()),
        Grids.plane(
            "cropping", format, new Cropping2D.Builder(1, 2, 3, 0).dataFormat(format).build()),
        Grids.plane(
            "upsampling",
            format,
            new Upsampling2D.Builder().size(new int[] {2, 3}).dataFormat(format).build()),
        NetworkCase.of(
            "space to depth, " + format,
            () ->
                Networks.of(
                    Grids.plane(format),
                    new ZeroPaddingLayer.Builder(0, 1, 0, 0).dataFormat(format).build(),
                    new SpaceToDepthLayer.Builder(2, format).build(),
                    Grids.scores()),
            Grids.planeInput(format)));
  }

  private static Stream<NetworkCase> rows() {
    return Stream.of(
        Grids.row(
            "1-D zero padding", RNNFormat.NCW, 3, new ZeroPadding1DLayer.Builder(1, 2).build()),
        Grids.row("1-D cropping", RNNFormat.NCW, 3, new Cropping1D.Builder(1, 2).build()),
        Grids.row("1-D upsampling", RNNFormat.NCW, 3, new Upsampling1D.Builder(3).build()));
  }

  private static Stream<NetworkCase> volumes() {
    Convolution3D.DataFormat first = Convolution3D.DataFormat.NCDHW;
    Stream<NetworkCase> edges =
        Stream.of(
            Grids.volume(
                "3-D zero padding",
                first,
                3,
                new ZeroPadding3DLayer.Builder(1, 2, 0, 1, 3, 0).build()),
            Grids.volume(
                "3-D cropping", first, 3, new Cropping3D.Builder(1, 2, 0, 1, 3, 0).build()));
    Stream<NetworkCase> repeated =
        Arrays.stream(Convolution3D.DataFormat.values())
            .map(
                format ->
                    Grids.volume(
                        "3-D upsampling",
                        format,
                        3,
                        new Upsampling3D.Builder(2).dataFormat(format).build()));
    return Stream.concat(edges, repeated);
  }

  private static NetworkCase repeated(RNNFormat format) {
    RepeatVector layer = new RepeatVector.Builder(4).build();
    layer.setDataFormat(format);
    return NetworkCase.of(
        "repeated vector, " + format,
        () -> Networks.bare(layer, Grids.places(3, format)),
        () -> Numbers.normal(1, 2, 3));
  }
}
