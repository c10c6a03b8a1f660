package io.github.gradcam.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.StackVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

@DisplayName("A network that takes images as rows of numbers")
class FlatImagesTest {

  private static final InputType ROWS = InputType.convolutionalFlat(6, 5, 2);

  @Test
  @DisplayName("is given images, and gives what it gives for the rows")
  void network() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(convolution())
                .layer(output())
                .setInputType(ROWS)
                .build());
    network.init();
    try (Model model = Dl4jModels.of(network)) {
      assertSame(model, network.output(rows()));
    }
  }

  @Test
  @DisplayName("may be a graph")
  void graph() {
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(ROWS)
                .addLayer("convolution", convolution(), "in")
                .addLayer("out", output(), "convolution")
                .setOutputs("out")
                .build());
    graph.init();
    try (Model model = Dl4jModels.of(graph)) {
      assertSame(model, graph.outputSingle(rows()));
    }
  }

  @Test
  @DisplayName("are no images where two layers unroll them in different ways")
  void differently() {
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("in")
                .addLayer("a", seen(), new FeedForwardToCnnPreProcessor(6, 10, 1), "in")
                .addLayer("b", seen(), new FeedForwardToCnnPreProcessor(10, 6, 1), "in")
                .addVertex("both", new StackVertex(), "a", "b")
                .addLayer("out", new ActivationLayer(Activation.TANH), "both")
                .setOutputs("out")
                .build());
    graph.init();
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> Dl4jModels.of(graph).close())
        .withMessageContaining("\"a\" and \"b\" make images of different shapes");
  }

  private static void assertSame(Model model, INDArray expected) {
    float[] scores = model.forward(Tensor.of(Shape.of(2, 2, 6, 5), numbers())).toArray();
    INDArray probabilities = Nd4j.nn().softmax(Nd4j.create(scores, new long[] {2, 3}, 'c'), 1);
    assertThat(probabilities.data().asFloat())
        .containsExactly(expected.dup('c').data().asFloat(), within(1e-6f));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> model.forward(Tensor.zeros(Shape.of(1, 60))))
        .withMessageContaining("It wants [N, 2, 6, 5].");
  }

  private static INDArray rows() {
    return Nd4j.create(numbers(), new long[] {2, 60}, 'c');
  }

  private static float[] numbers() {
    float[] numbers = new float[120];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) Math.sin(i);
    }
    return numbers;
  }

  private static ConvolutionLayer seen() {
    return new ConvolutionLayer.Builder(3, 3).nIn(1).nOut(4).activation(Activation.TANH).build();
  }

  private static ConvolutionLayer convolution() {
    return new ConvolutionLayer.Builder(3, 3).nOut(4).activation(Activation.TANH).build();
  }

  private static OutputLayer output() {
    return new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build();
  }
}
