package io.github.gradcam.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.GradCam;
import io.github.gradcam.dl4j.internal.source.KerasFixture;
import io.github.gradcam.dl4j.rule.LayerRules;
import io.github.gradcam.error.DeviceUnavailableException;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.error.NonFiniteException;
import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.model.Device;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.StackVertex;
import org.deeplearning4j.nn.conf.graph.UnstackVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;

@DisplayName("What cannot be done is an error that says")
class RefusedTest {

  private static final Path KERAS = KerasFixture.of("residual").file();

  private final Dl4jBackend backend = new Dl4jBackend();

  private static ComputationGraph graph(UnaryOperator<GraphBuilder> vertices) {
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .graphBuilder()
            .addInputs("image")
            .setInputTypes(InputType.convolutional(6, 5, 2));
    ComputationGraph graph = new ComputationGraph(vertices.apply(builder).build());
    graph.init();
    return graph;
  }

  private static ConvolutionLayer convolution() {
    return new ConvolutionLayer.Builder(3, 3).nOut(4).activation(Activation.TANH).build();
  }

  private static GlobalPoolingLayer average() {
    return new GlobalPoolingLayer.Builder(PoolingType.AVG).build();
  }

  private static OutputLayer scores() {
    return new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build();
  }

  private static Tensor zeros(int... shape) {
    return Tensor.zeros(Shape.of(shape));
  }

  private static Tensor image() {
    float[] numbers = new float[2 * 6 * 5];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) Math.sin(i);
    }
    return Tensor.of(Shape.of(1, 2, 6, 5), numbers);
  }

  @Test
  @DisplayName("which layer of a graph nothing is known of, and why")
  void unknownLayer() {
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("words")
                .addLayer("memory", new LSTM.Builder().nIn(3).nOut(4).build(), "words")
                .addLayer(
                    "out",
                    new RnnOutputLayer.Builder()
                        .nIn(4)
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build(),
                    "memory")
                .setOutputs("out")
                .build());
    graph.init();
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> Dl4jModels.of(graph).close())
        .withMessageContaining("\"memory\"")
        .withMessageContaining(LSTM.class.getName())
        .withMessageContaining("step by step")
        .withMessageContaining("LayerRule");
  }

  @Test
  @DisplayName("which class of an application's own a file names, unless it is allowed")
  void ownLayerInFile(@TempDir Path folder) throws IOException {
    Squared squared = new Squared();
    squared.setLayerName("squared");
    ComputationGraph graph =
        graph(
            builder ->
                builder
                    .addLayer("conv", convolution(), "image")
                    .addLayer("squared", squared, "conv")
                    .addLayer("pool", average(), "squared")
                    .addLayer("out", scores(), "pool")
                    .setOutputs("out"));
    Path file = Files.write(folder.resolve("own.zip"), SmallNetworks.saved(graph));

    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> backend.open(file, ModelOptions.defaults()).close())
        .withMessageContaining("own.zip")
        .withMessageContaining(Squared.class.getName())
        .withMessageContaining("LayerRules");
    LayerRules rules =
        LayerRules.none().layer(Squared.class, (layer, parameters) -> new SquaredRule());
    try (Model fromFile = Dl4jModels.open(file, rules, ModelOptions.defaults());
        Model inMemory = Dl4jModels.of(graph, rules, ModelOptions.defaults())) {
      Tensor image = image();
      assertThat(fromFile.forward(image)).isEqualTo(inMemory.forward(image));
    }
  }

  @ParameterizedTest(name = "{0} channels, {1} by {2}")
  @DisplayName("which images a file's network wants, and which it was given")
  @CsvSource({"3, 9, 7", "3, 18, 8", "4, 9, 8", "1, 9, 8", "3, 1, 1"})
  void wrongSize(int channels, int height, int width) {
    Path file = KerasFixture.of("lenet").file();
    try (Model model = backend.open(file, ModelOptions.defaults())) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> model.forward(zeros(1, channels, height, width)))
          .withMessageContaining("[1, %d, %d, %d]".formatted(channels, height, width))
          .withMessageContaining("It wants [N, 3, 6 to 11, 8 to 9]");
    }
  }

  @Test
  @DisplayName("how many axes images have, and how many were given")
  void wrongRank() {
    try (Model model = backend.open(KERAS, ModelOptions.defaults())) {
      for (Tensor odd : List.of(zeros(3, 9, 8), zeros(1, 3, 9, 8, 1), zeros(1, 216))) {
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> model.hook("add").forward(odd).close())
            .withMessageContaining(odd.shape().toString())
            .withMessageContaining("It wants [N, 3,");
      }
    }
  }

  @Test
  @DisplayName("which names of layers are near to one that there is not")
  void unknownName() {
    try (Model model = backend.open(KERAS, ModelOptions.defaults())) {
      assertThatExceptionOfType(UnknownLayerException.class)
          .isThrownBy(() -> model.hook("relu3"))
          .satisfies(error -> assertThat(error.nearest()).contains("relu1", "relu2"));
    }
    try (Model model = Dl4jModels.of(SmallNetworks.layers(CNN2DFormat.NCHW))) {
      assertThatExceptionOfType(UnknownLayerException.class)
          .isThrownBy(() -> model.hook("0"))
          .withMessageContaining("\"layer0\"");
    }
  }

  @Test
  @DisplayName("that the last layer ends in the softmax before which scores are taken")
  void behindSoftmax() {
    try (Model model = backend.open(KERAS, ModelOptions.defaults())) {
      assertThat(model.layers()).extracting(Layer::path).doesNotContain("dense");
      assertThatExceptionOfType(UnexplainableLayerException.class)
          .isThrownBy(() -> model.hook("dense"))
          .withMessageContaining("\"dense\"")
          .withMessageContaining("softmax");
    }
  }

  private static ComputationGraph twoOutputs() {
    return graph(
        builder ->
            builder
                .addLayer("conv", convolution(), "image")
                .addLayer("pool", average(), "conv")
                .addLayer("kind", scores(), "pool")
                .addLayer("age", scores(), "pool")
                .setOutputs("kind", "age"));
  }

  private static Model opened(ComputationGraph graph, ModelOptions.Builder options) {
    return Dl4jModels.of(graph, LayerRules.none(), options.build());
  }

  @Test
  @DisplayName("which outputs there are, if another is asked for by name or number")
  void unknownOutput() {
    ComputationGraph graph = twoOutputs();
    Tensor image = image();
    try (Model first = Dl4jModels.of(graph);
        Model number = opened(graph, ModelOptions.builder().output(1));
        Model name = opened(graph, ModelOptions.builder().output("age"))) {
      assertThat(name.forward(image)).isEqualTo(number.forward(image));
      assertThat(name.forward(image)).isNotEqualTo(first.forward(image));
    }
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> opened(graph, ModelOptions.builder().output("sex")).close())
        .withMessageContaining("\"sex\"")
        .withMessageContaining("kind, age");
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> opened(graph, ModelOptions.builder().output(2)).close())
        .withMessageContaining("number 2")
        .withMessageContaining("kind, age");
    MultiLayerNetwork layers = SmallNetworks.layers(CNN2DFormat.NCHW);
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(
            () ->
                Dl4jModels.of(
                        layers, LayerRules.none(), ModelOptions.builder().output("age").build())
                    .close())
        .withMessageContaining("\"age\"")
        .withMessageContaining("one output");
  }

  @Test
  @DisplayName("that a graph takes more than images, unless an output needs the images alone")
  void severalInputs() {
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(2)
                .graphBuilder()
                .addInputs("image", "depth")
                .setInputTypes(InputType.convolutional(6, 5, 2), InputType.convolutional(6, 5, 2))
                .addLayer("conv", convolution(), "image")
                .addLayer("deep", convolution(), "depth")
                .addVertex("both", new MergeVertex(), "conv", "deep")
                .addLayer("pool", average(), "both")
                .addLayer("all", scores(), "pool")
                .addLayer("alone", average(), "conv")
                .addLayer("some", scores(), "alone")
                .setOutputs("all", "some")
                .build());
    graph.init();
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> Dl4jModels.of(graph).close())
        .withMessageContaining("\"all\"")
        .withMessageContaining("image")
        .withMessageContaining("depth");
    try (Model model = opened(graph, ModelOptions.builder().output("some"))) {
      assertThat(model.layers()).extracting(Layer::path).containsExactly("conv", "alone");
      assertThat(model.forward(zeros(2, 2, 6, 5)).shape()).isEqualTo(Shape.of(2, 3));
    }
  }

  @Test
  @DisplayName("that a network has to be initialised")
  void notInitialised() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            SmallNetworks.layers(CNN2DFormat.NCHW).getLayerWiseConfigurations().clone());
    ComputationGraph graph = new ComputationGraph(SmallNetworks.graph().getConfiguration().clone());
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> Dl4jModels.of(network).close())
        .withMessageContaining("init()");
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> Dl4jModels.of(graph).close())
        .withMessageContaining("init()");
  }

  @Test
  @DisplayName("that there is no such device, and which libraries decide")
  void noDevice() {
    assertThat(backend.devices()).containsExactly(Device.cpu());
    ModelOptions gpu = ModelOptions.builder().device(Device.gpu(0)).build();
    assertThatExceptionOfType(DeviceUnavailableException.class)
        .isThrownBy(() -> backend.open(KERAS, gpu).close())
        .withMessageContaining(Device.gpu(0).toString())
        .withMessageContaining(Device.cpu().toString())
        .withMessageContaining("nd4j-cuda");
  }

  @Test
  @DisplayName("that a network with NaN among its weights gives no numbers")
  void nanWeights() {
    ComputationGraph graph = SmallNetworks.graph();
    graph.getLayer("conv2").getParam("W").putScalar(0, Float.NaN);
    try (Model model = Dl4jModels.of(graph)) {
      Tensor image = zeros(1, SmallNetworks.CHANNELS, SmallNetworks.HEIGHT, SmallNetworks.WIDTH);
      assertThatExceptionOfType(NonFiniteException.class)
          .isThrownBy(() -> GradCam.of(model).explain(image, List.of(Target.ofClass(1))));
    }
  }

  @Test
  @DisplayName("that a layer gives other items than images: where they are stacked")
  void stacked() {
    ComputationGraph graph =
        graph(
            builder ->
                builder
                    .addLayer("one", convolution(), "image")
                    .addLayer("two", convolution(), "image")
                    .addVertex("stack", new StackVertex(), "one", "two")
                    .addLayer("shared", new ConvolutionLayer.Builder(2, 2).nOut(4).build(), "stack")
                    .addVertex("first", new UnstackVertex(0, 2), "shared")
                    .addVertex("second", new UnstackVertex(1, 2), "shared")
                    .addVertex("merge", new MergeVertex(), "first", "second")
                    .addLayer("pool", average(), "merge")
                    .addLayer("out", scores(), "pool")
                    .setOutputs("out"));
    try (Model model = Dl4jModels.of(graph)) {
      assertThat(model.layers())
          .extracting(Layer::path)
          .containsExactly("one", "two", "first", "second", "merge", "pool");
      for (String layer : List.of("stack", "shared")) {
        assertThatExceptionOfType(UnexplainableLayerException.class)
            .isThrownBy(() -> model.hook(layer).forward(zeros(3, 2, 6, 5)).close())
            .withMessageContaining("\"" + layer + "\"")
            .withMessageContaining("[6, 4,")
            .withMessageContaining("3 images");
      }
      try (var capture = model.hook("one").forward(zeros(3, 2, 6, 5))) {
        assertThat(capture.activations("one").shape()).isEqualTo(Shape.of(3, 4, 4, 3));
      }
    }
  }
}
