package io.github.gradcam.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.LayerRules;
import io.github.gradcam.error.EngineException;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.BaseInputPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

@DisplayName("Layers of an application's own")
class OwnRulesTest {

  private static final LayerRules RULES =
      LayerRules.none().layer(Squared.class, (layer, parameters) -> new SquaredRule());

  /** A function of an application's own. */
  public static class Doubled extends BaseActivationFunction {
    @Override
    public INDArray getActivation(INDArray in, boolean training) {
      return in.muli(2);
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
      return new Pair<>(epsilon.muli(2), null);
    }
  }

  @Test
  @DisplayName("are computed by the rule that is given, forwards")
  void forwards() {
    MultiLayerNetwork network = network();
    Tensor images = images();
    try (Model model = Dl4jModels.of(network, RULES, ModelOptions.defaults())) {
      INDArray scores = Nd4j.create(model.forward(images).toArray(), new long[] {2, 3}, 'c');

      INDArray expected =
          network.output(Nd4j.create(images.toArray(), new long[] {2, 2, 6, 5}, 'c'));
      assertThat(Nd4j.nn().softmax(scores, 1).data().asFloat())
          .containsExactly(expected.dup('c').data().asFloat(), within(1e-6f));
    }
  }

  @Test
  @DisplayName("are computed by the rule that is given, backwards")
  void backwards() {
    try (Model model = Dl4jModels.of(network(), RULES, ModelOptions.defaults())) {
      LayerHook hook = model.hook(List.of("convolution", "squared"));
      try (Capture capture = hook.forward(images())) {
        Map<String, Tensor> gradients =
            capture.gradients(Tensor.of(Shape.of(2, 3), 1, 0, 0, 0, 1, 0));
        float[] before = gradients.get("convolution").toArray();
        float[] behind = gradients.get("squared").toArray();
        float[] x = capture.activations("convolution").toArray();
        for (int i = 0; i < x.length; i++) {
          assertThat(before[i]).isCloseTo(2 * x[i] * behind[i], within(1e-6f));
        }
        assertThat(behind).as("something to compare").isNotEqualTo(new float[behind.length]);
      }
    }
  }

  @Test
  @DisplayName("are refused by name if no rule is given, before anything is computed")
  void unknown() {
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> Dl4jModels.of(network()).close())
        .withMessageContaining("\"squared\"")
        .withMessageContaining(Squared.class.getName())
        .withMessageContaining("LayerRules");
  }

  @Test
  @DisplayName("are refused by name if it is a function that nobody knows the derivative of")
  void unknownFunction() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(new DenseLayer.Builder().nOut(4).activation(new Doubled()).build())
                .layer(new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.feedForward(5))
                .build());
    network.init();

    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> Dl4jModels.of(network).close())
        .withMessageContaining(Doubled.class.getName())
        .withMessageContaining("activation function");
  }

  @Test
  @DisplayName("do not disturb the axis of a merge, which the library's own copies forget")
  void axis() {
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.convolutional(6, 5, 2, CNN2DFormat.NHWC))
                .addLayer("a", new ConvolutionLayer.Builder(3, 3).nOut(2).build(), "in")
                .addLayer("b", new ConvolutionLayer.Builder(3, 3).nOut(4).build(), "in")
                .addVertex("merge", new MergeVertex(), "a", "b")
                .addLayer(
                    "out",
                    new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build(),
                    "merge")
                .setOutputs("out")
                .build());
    graph.init();

    try (Model model = Dl4jModels.of(graph)) {
      assertThat(model.layers())
          .filteredOn(layer -> layer.path().equals("merge"))
          .singleElement()
          .satisfies(layer -> assertThat(layer.outputShape()).isEqualTo(Shape.of(6, 4, 3)));
    }
  }

  @Test
  @DisplayName(
      "are an error that names the layer if the rule passes back too little, or another shape")
  void passedBack() {
    assertThatBackwardFails(List.of(), "passes 0 cotangents back to 1 input");
    assertThatBackwardFails(
        List.of(Nd4j.ones(DataType.FLOAT, 2, 4)), "passes a cotangent of shape [2, 4] back");
  }

  private static void assertThatBackwardFails(List<INDArray> passed, String message) {
    LayerRules rules =
        LayerRules.none().layer(Squared.class, (layer, parameters) -> new Careless(passed));
    try (Model model = Dl4jModels.of(network(), rules, ModelOptions.defaults());
        Capture capture = model.hook("convolution").forward(images())) {
      assertThatExceptionOfType(EngineException.class)
          .isThrownBy(() -> capture.gradients(Tensor.of(Shape.of(2, 3), 1, 0, 0, 0, 1, 0)))
          .withMessageContainingAll("squared", message);
    }
  }

  /** Squares, and passes back what it was told. */
  private record Careless(List<INDArray> passed) implements LayerRule {
    @Override
    public INDArray forward(List<INDArray> inputs) {
      return inputs.get(0).mul(inputs.get(0));
    }

    @Override
    public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
      return passed;
    }
  }

  @Test
  @DisplayName("are an error that says so if the rule cannot be made")
  void notMade() {
    LayerRules failing =
        LayerRules.none()
            .layer(
                Squared.class,
                (layer, parameters) -> {
                  throw new IllegalStateException("no such setting");
                });
    LayerRules nothing = LayerRules.none().layer(Squared.class, (layer, parameters) -> null);

    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> Dl4jModels.of(network(), failing, ModelOptions.defaults()).close())
        .withMessageContainingAll("squared", "could not be made: no such setting");
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> Dl4jModels.of(network(), nothing, ModelOptions.defaults()).close())
        .withMessageContainingAll("squared", "null was returned");
  }

  @Test
  @DisplayName("may stand before a layer")
  void before() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(new DenseLayer.Builder().nIn(6).nOut(4).activation(Activation.TANH).build())
                .layer(
                    new OutputLayer.Builder().nIn(4).nOut(3).activation(Activation.SOFTMAX).build())
                .inputPreProcessor(1, new SquaredBefore())
                .build());
    network.init();
    LayerRules rules =
        LayerRules.none().preprocessor(SquaredBefore.class, before -> new SquaredRule());
    Tensor rows = Tensor.of(Shape.of(1, 6), 1, 2, 3, 4, 5, 6);

    try (Model model = Dl4jModels.of(network, rules, ModelOptions.defaults())) {
      INDArray scores = Nd4j.create(model.forward(rows).toArray(), new long[] {1, 3}, 'c');
      INDArray expected = network.output(Nd4j.create(rows.toArray(), new long[] {1, 6}, 'c'));
      assertThat(Nd4j.nn().softmax(scores, 1).data().asFloat())
          .containsExactly(expected.dup('c').data().asFloat(), within(1e-6f));
    }
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> Dl4jModels.of(network).close())
        .withMessageContaining(SquaredBefore.class.getName());
  }

  /** Squares what flows into a layer. */
  public static class SquaredBefore extends BaseInputPreProcessor {
    @Override
    public INDArray preProcess(INDArray input, int images, LayerWorkspaceMgr workspaces) {
      return input.mul(input);
    }

    @Override
    public INDArray backprop(INDArray output, int images, LayerWorkspaceMgr workspaces) {
      throw new UnsupportedOperationException("gradcam does not ask");
    }

    @Override
    public InputType getOutputType(InputType inputType) {
      return inputType;
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(
        INDArray mask, MaskState state, int images) {
      return new Pair<>(mask, state);
    }
  }

  @Test
  @DisplayName("that have one name are told apart")
  void oneName() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(new DenseLayer.Builder().name("same").nIn(6).nOut(4).build())
                .layer(new DenseLayer.Builder().name("same").nIn(4).nOut(5).build())
                .layer(
                    new OutputLayer.Builder()
                        .name("same")
                        .nIn(5)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
    network.init();
    try (Model model = Dl4jModels.of(network)) {
      assertThat(model.layers())
          .extracting(Layer::path, Layer::outputShape)
          .containsExactly(tuple("same", Shape.of(4)), tuple("same#2", Shape.of(5)));
    }
  }

  private static MultiLayerNetwork network() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(5)
                .list()
                .layer(
                    new ConvolutionLayer.Builder(3, 3)
                        .name("convolution")
                        .nOut(4)
                        .activation(Activation.TANH)
                        .build())
                .layer(squared())
                .layer(new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(6, 5, 2))
                .build());
    network.init();
    return network;
  }

  private static Squared squared() {
    Squared squared = new Squared();
    squared.setLayerName("squared");
    return squared;
  }

  private static Tensor images() {
    float[] numbers = new float[2 * 2 * 6 * 5];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) Math.sin(i);
    }
    return Tensor.of(Shape.of(2, 2, 6, 5), numbers);
  }
}
