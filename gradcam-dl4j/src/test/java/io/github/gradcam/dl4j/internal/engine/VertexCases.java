package io.github.gradcam.dl4j.internal.engine;

import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.L2Vertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PoolHelperVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.StackVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.graph.UnstackVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.graph.rnn.ReverseTimeSeriesVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Vertices that hold no layer. */
final class VertexCases {

  private VertexCases() {}

  static Stream<NetworkCase> all() {
    return Stream.of(merged(), elementWise(), broadcast(), parts(), others(), series())
        .flatMap(cases -> cases);
  }

  private static Stream<NetworkCase> merged() {
    MergeVertex other = new MergeVertex();
    other.setMergeAxis(2);
    NetworkCase below =
        bare(
            "merged below one another",
            8,
            3,
            2,
            graph ->
                graph
                    .addVertex("scaled", new ScaleVertex(0.3), "in")
                    .addVertex("vertex", other, "in", "scaled"));
    MergeVertex last = new MergeVertex();
    last.setMergeAxis(-1);
    return Stream.of(
        plane("merged", CNN2DFormat.NCHW, new MergeVertex(), "a", "b", "a"),
        plane("merged", CNN2DFormat.NHWC, new MergeVertex(), "a", "b"),
        below,
        plane("merged as Keras counts", CNN2DFormat.NHWC, last, "a", "b"),
        rows("merged", new MergeVertex(), "a", "b", "c"));
  }

  private static Stream<NetworkCase> elementWise() {
    return Arrays.stream(ElementWiseVertex.Op.values())
        .flatMap(
            op -> {
              ElementWiseVertex vertex = new ElementWiseVertex(op);
              return op == ElementWiseVertex.Op.Subtract
                  ? Stream.of(
                      plane(op.name(), CNN2DFormat.NCHW, vertex, "a", "b"),
                      plane(op.name(), CNN2DFormat.NHWC, vertex, "a", "b"))
                  : Stream.of(
                      plane(op.name(), CNN2DFormat.NCHW, vertex, "a", "b", "in", "b"),
                      plane(op.name(), CNN2DFormat.NHWC, vertex, "a", "b", "in"));
            });
  }

  private static Stream<NetworkCase> broadcast() {
    return Arrays.stream(ElementWiseVertex.Op.values())
        .flatMap(
            op ->
                Stream.of(
                    rows(op + " of a row and a number", new ElementWiseVertex(op), "a", "one"),
                    rows(op + " of a number and a row", new ElementWiseVertex(op), "one", "a")));
  }

  private static Stream<NetworkCase> parts() {
    return Stream.of(
        plane("a subset", CNN2DFormat.NCHW, new SubsetVertex(1, 1), "a"),
        rows("a subset", new SubsetVertex(1, 3), "a"),
        graph(
            "stacked and unstacked",
            InputType.convolutional(4, 3, 2),
            graph ->
                convolutions(graph, CNN2DFormat.NCHW, "a", "b")
                    .addVertex("stack", new StackVertex(), "a", "b", "in")
                    .addLayer("both", convolution(CNN2DFormat.NCHW), "stack")
                    .addVertex("vertex", new UnstackVertex(1, 3), "both"),
            2,
            2,
            4,
            3),
        graph(
            "stacked and unstacked rows",
            InputType.feedForward(5),
            graph ->
                denses(graph, "a", "b")
                    .addVertex("stack", new StackVertex(), "a", "b")
                    .addLayer("both", dense(4), "stack")
                    .addVertex("vertex", new UnstackVertex(0, 2), "both"),
            3,
            5),
        bare(
            "without a first row and column",
            3,
            2,
            2,
            graph -> graph.addVertex("vertex", new PoolHelperVertex(), "in")));
  }

  private static Stream<NetworkCase> others() {
    return Stream.of(
        plane("scaled", CNN2DFormat.NCHW, new ScaleVertex(-1.7), "a"),
        plane("shifted", CNN2DFormat.NHWC, new ShiftVertex(0.8), "a"),
        rows("scaled", new ScaleVertex(0.3), "a"),
        plane("reshaped", CNN2DFormat.NCHW, new ReshapeVertex(-1, 6, 2, 2), "a"),
        plane("reshaped to rows", CNN2DFormat.NCHW, new ReshapeVertex(-1, 24), "a"),
        plane(
            "reshaped column by column",
            CNN2DFormat.NCHW,
            new ReshapeVertex('f', new int[] {2, 24}, null),
            "a"),
        unit(CNN2DFormat.NCHW),
        unit(CNN2DFormat.NHWC),
        rows("of unit length", new L2NormalizeVertex(), "a"),
        rows("of at least a length", new L2NormalizeVertex(new int[] {1}, 1e3), "a"),
        plane("a distance", CNN2DFormat.NCHW, new L2Vertex(), "a", "b"),
        rows("a distance", new L2Vertex(), "a", "b"),
        plane(
            "a preprocessor",
            CNN2DFormat.NCHW,
            new PreprocessorVertex(new CnnToFeedForwardPreProcessor(4, 3, 2)),
            "a"));
  }

  private static Stream<NetworkCase> series() {
    return Stream.of(
        graph(
            "the last step",
            InputType.recurrent(3, 4),
            graph -> graph.addVertex("vertex", new LastTimeStepVertex("in"), "in"),
            2,
            3,
            4),
        graph(
            "backwards",
            InputType.recurrent(3, 4),
            graph ->
                graph
                    .addVertex("back", new ReverseTimeSeriesVertex(), "in")
                    .addVertex("vertex", new LastTimeStepVertex("in"), "back"),
            2,
            3,
            4));
  }

  /** Where Deeplearning4j does not know the vertex's shape. */
  private static NetworkCase bare(
      String name, int height, int width, int channels, UnaryOperator<GraphBuilder> vertices) {
    return NetworkCase.of(
        name,
        () ->
            Networks.bare(
                graph ->
                    vertices
                        .apply(graph)
                        .addLayer(
                            "out",
                            output().nIn(height * width * channels).build(),
                            new CnnToFeedForwardPreProcessor(height, width, channels),
                            "vertex")
                        .setOutputs("out")),
        () -> input(2, 2, 4, 3));
  }

  private static OutputLayer.Builder output() {
    return new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX);
  }

  private static NetworkCase plane(
      String name, CNN2DFormat format, GraphVertex vertex, String... inputs) {
    return graph(
        name + ", " + format,
        InputType.convolutional(4, 3, 2, format),
        graph -> convolutions(graph, format, inputs).addVertex("vertex", vertex, inputs),
        format == CNN2DFormat.NCHW ? new long[] {2, 2, 4, 3} : new long[] {2, 4, 3, 2});
  }

  private static NetworkCase rows(String name, GraphVertex vertex, String... inputs) {
    return graph(
        name + ", rows",
        InputType.feedForward(5),
        graph -> denses(graph, inputs).addVertex("vertex", vertex, inputs),
        3,
        5);
  }

  private static GraphBuilder convolutions(
      GraphBuilder graph, CNN2DFormat format, String... names) {
    Stream.of("a", "b")
        .filter(Arrays.asList(names)::contains)
        .forEach(name -> graph.addLayer(name, convolution(format), "in"));
    return graph;
  }

  private static Layer convolution(CNN2DFormat format) {
    return new ConvolutionLayer.Builder(2, 2)
        .nOut(2)
        .convolutionMode(ConvolutionMode.Same)
        .dataFormat(format)
        .activation(Activation.TANH)
        .build();
  }

  private static GraphBuilder denses(GraphBuilder graph, String... names) {
    Map.of("a", 4, "b", 4, "c", 3, "one", 1).entrySet().stream()
        .filter(e -> Arrays.asList(names).contains(e.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> graph.addLayer(e.getKey(), dense(e.getValue()), "in"));
    return graph;
  }

  private static Layer dense(int outputs) {
    return new DenseLayer.Builder().nOut(outputs).activation(Activation.TANH).build();
  }

  private static NetworkCase graph(
      String name, InputType type, UnaryOperator<GraphBuilder> vertices, long... shape) {
    return NetworkCase.of(
        name,
        () ->
            Networks.graph(
                type,
                graph ->
                    vertices
                        .apply(graph)
                        .addLayer("out", output().build(), "vertex")
                        .setOutputs("out")),
        () -> input(shape));
  }

  /** The library's own vertex throws in double precision, and all that comes after it. */
  private static NetworkCase unit(CNN2DFormat format) {
    return NetworkCase.of(
            "of unit length, " + format,
            () ->
                Networks.graph(
                    InputType.convolutional(4, 3, 2, format),
                    graph ->
                        convolutions(graph, format, "a")
                            .addVertex("vertex", new L2NormalizeVertex(), "a")
                            .setOutputs("vertex")),
            () -> format == CNN2DFormat.NCHW ? input(2, 2, 4, 3) : input(2, 4, 3, 2))
        .instead("vertex", VertexCases::unit);
  }

  private static INDArray unit(INDArray array) {
    INDArray units = array.dup();
    for (long item = 0; item < array.size(0); item++) {
      INDArray one = units.slice(item);
      one.divi(Math.sqrt(Numbers.dot(one, one)));
    }
    return units;
  }

  private static INDArray input(long... shape) {
    return Numbers.normal(1, shape);
  }
}
