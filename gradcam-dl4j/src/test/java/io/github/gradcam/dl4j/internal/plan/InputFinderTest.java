package io.github.gradcam.dl4j.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.dl4j.rule.Layout;
import io.github.gradcam.tensor.Shape;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SpaceToDepthLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a network takes")
class InputFinderTest {

  @Test
  @DisplayName("is of any size where nothing depends on the size")
  void anySize() {
    ImageInput input = of(InputType.convolutional(9, 9, 3), convolution(), pooled());

    assertThat(input.wanted()).isEqualTo("It wants [N, 3, any, any].");
    assertThat(input.assumed()).isEqualTo(Shape.of(3, 224, 224));
    assertThat(input.fits(Shape.of(1, 3, 17, 400))).isTrue();
    assertThat(input.fits(Shape.of(1, 4, 17, 17))).isFalse();
    assertThat(input.fits(Shape.of(1, 3, 17))).isFalse();
  }

  @Test
  @DisplayName("is of one size where a grid is made a row, and each size leads to another grid")
  void oneSize() {
    ImageInput input = of(InputType.convolutional(28, 28, 1), convolution());

    assertThat(input.wanted()).isEqualTo("It wants [N, 1, 28, 28].");
    assertThat(input.assumed()).isEqualTo(Shape.of(1, 28, 28));
    assertThat(input.fits(Shape.of(2, 1, 29, 28))).isFalse();
  }

  @Test
  @DisplayName(
      "is of several sizes where several lead to the same grid, and the usual one is assumed")
  void someSizes() {
    ImageInput input =
        of(InputType.convolutional(224, 224, 3), halves(), halves(), halves(), halves(), halves());

    assertThat(input.wanted()).isEqualTo("It wants [N, 3, 224 to 255, 224 to 255].");
    assertThat(input.assumed()).isEqualTo(Shape.of(3, 224, 224));
  }

  @Test
  @DisplayName("may be higher than wide")
  void oblong() {
    ImageInput input = of(InputType.convolutional(31, 17, 3), convolution());

    assertThat(input.assumed()).isEqualTo(Shape.of(3, 31, 17));
  }

  @Test
  @DisplayName("has its channels last where the network has")
  void channelsLast() {
    ImageInput input =
        of(InputType.convolutional(12, 10, 3, CNN2DFormat.NHWC), convolution(), halves());

    assertThat(input.layout()).isEqualTo(Layout.CHANNELS_LAST);
    assertThat(input.assumed()).isEqualTo(Shape.of(3, 12, 10));
  }

  @Test
  @DisplayName("is told by the first layer with channels, behind others that keep them")
  void laterLayers() {
    ImageInput input =
        of(
            InputType.convolutional(20, 20, 4),
            new ZeroPaddingLayer(1, 1),
            new BatchNormalization(),
            new ActivationLayer(),
            halves(),
            convolution(),
            pooled());

    assertThat(input.wanted()).isEqualTo("It wants [N, 4, any, any].");
  }

  @Test
  @DisplayName("is told by depthwise and separable convolutions, too")
  void otherConvolutions() {
    Layer depthwise = new DepthwiseConvolution2D.Builder(3, 3).depthMultiplier(2).build();
    Layer separable = new SeparableConvolution2D.Builder(3, 3).nOut(5).build();

    assertThat(of(InputType.convolutional(20, 20, 6), depthwise, pooled()).assumed())
        .isEqualTo(Shape.of(6, 224, 224));
    assertThat(of(InputType.convolutional(20, 20, 6), separable, pooled()).assumed())
        .isEqualTo(Shape.of(6, 224, 224));
  }

  @Test
  @DisplayName("is not told by a layer behind one that changes the channels")
  void changedChannels() {
    ImageInput input =
        of(
            InputType.convolutional(20, 20, 3),
            new SpaceToDepthLayer.Builder(2, SpaceToDepthLayer.DataFormat.NCHW).build(),
            convolution(),
            pooled());

    assertThat(input.wanted()).isEqualTo("It wants [N, any, any, any].");
    assertThat(input.assumed()).isEqualTo(Shape.of(3, 224, 224));
  }

  @Test
  @DisplayName("may be a series, a volume or a row")
  void otherRanks() {
    Layer series = new Convolution1DLayer.Builder(3).nOut(4).build();
    Layer volume = new Convolution3D.Builder(2, 2, 2).nOut(4).build();

    assertThat(of(InputType.recurrent(5, 9), series, pooled()).wanted())
        .isEqualTo("It wants [N, 5, any].");
    assertThat(of(InputType.convolutional3D(6, 6, 6, 2), volume, pooled()).wanted())
        .isEqualTo("It wants [N, 2, any, any, any].");
    assertThat(of(InputType.feedForward(7), new DenseLayer.Builder().nOut(3).build()).wanted())
        .isEqualTo("It wants [N, 7].");
  }

  @Test
  @DisplayName("is a grid where the first thing that happens is that a row is made of it")
  void rowFirst() {
    ImageInput input =
        of(InputType.convolutional(6, 5, 2), new DenseLayer.Builder().nOut(3).build());

    assertThat(input.wanted()).isEqualTo("It wants [N, 2, 6, 5].");
  }

  @Test
  @DisplayName("is an image where the network itself takes a row that it makes a grid")
  void flat() {
    ImageInput network = of(InputType.convolutionalFlat(8, 7, 2), convolution(), pooled());
    ImageInput graph =
        InputFinder.of(
            graph(
                InputType.convolutionalFlat(8, 7, 2),
                vertices ->
                    vertices.addLayer("a", convolution(), "in").addLayer("pool", pooled(), "a")),
            "in",
            Optional.empty());

    assertThat(network.flat()).isTrue();
    assertThat(network.wanted()).isEqualTo("It wants [N, 2, 8, 7].");
    assertThat(graph).isEqualTo(network);
  }

  @Test
  @DisplayName("is found through the branches of a graph, whose configuration stays as it is")
  void branches() {
    ComputationGraph graph =
        graph(
            InputType.convolutional(64, 64, 3, CNN2DFormat.NHWC),
            vertices ->
                vertices
                    .addVertex("scaled", new ScaleVertex(0.1), "in")
                    .addLayer("a", convolution(), "scaled")
                    .addLayer("b", convolution(), "scaled")
                    .addVertex("merged", new MergeVertex(), "a", "b")
                    .addLayer("pool", halves(), "merged"));
    String before = graph.getConfiguration().toJson();

    ImageInput input = InputFinder.of(graph, "in", Optional.empty());

    assertThat(input.layout()).isEqualTo(Layout.CHANNELS_LAST);
    assertThat(input.wanted()).isEqualTo("It wants [N, 3, 64 to 65, 64 to 65].");
    assertThat(input.assumed()).isEqualTo(Shape.of(3, 64, 64));
    assertThat(graph.getConfiguration().toJson()).isEqualTo(before);
  }

  @Test
  @DisplayName("is assumed as the file says it, if that fits")
  void told() {
    MultiLayerNetwork network =
        network(InputType.convolutional(9, 9, 3), convolution(), pooled(), output());
    MultiLayerNetwork fixed = network(InputType.convolutional(28, 28, 3), convolution(), output());
    Optional<InputType> told = Optional.of(InputType.convolutional(160, 120, 3));

    assertThat(InputFinder.of(network, told).assumed()).isEqualTo(Shape.of(3, 160, 120));
    assertThat(InputFinder.of(network, told).wanted()).isEqualTo("It wants [N, 3, any, any].");
    assertThat(InputFinder.of(fixed, told).assumed()).isEqualTo(Shape.of(3, 28, 28));
  }

  private static ImageInput of(InputType type, Layer... layers) {
    Layer[] all = Arrays.copyOf(layers, layers.length + 1);
    all[layers.length] = output();
    return InputFinder.of(network(type, all), Optional.empty());
  }

  private static MultiLayerNetwork network(InputType type, Layer... layers) {
    ListBuilder list = new NeuralNetConfiguration.Builder().list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    MultiLayerNetwork network = new MultiLayerNetwork(list.setInputType(type).build());
    network.init();
    return network;
  }

  private static ComputationGraph graph(InputType type, UnaryOperator<GraphBuilder> vertices) {
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder().graphBuilder().addInputs("in").setInputTypes(type);
    ComputationGraph graph =
        new ComputationGraph(
            vertices.apply(builder).addLayer("out", output(), "pool").setOutputs("out").build());
    graph.init();
    return graph;
  }

  private static Layer convolution() {
    return new ConvolutionLayer.Builder(3, 3).nOut(4).build();
  }

  private static Layer halves() {
    return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 2})
        .stride(2, 2)
        .build();
  }

  private static Layer pooled() {
    return new GlobalPoolingLayer();
  }

  private static Layer output() {
    return new OutputLayer.Builder().nOut(3).build();
  }
}
