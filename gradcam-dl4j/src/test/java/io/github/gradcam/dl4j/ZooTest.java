package io.github.gradcam.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.dl4j.rule.LayerRules;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.zoo.ZooModel;
import org.deeplearning4j.zoo.model.AlexNet;
import org.deeplearning4j.zoo.model.Darknet19;
import org.deeplearning4j.zoo.model.FaceNetNN4Small2;
import org.deeplearning4j.zoo.model.InceptionResNetV1;
import org.deeplearning4j.zoo.model.LeNet;
import org.deeplearning4j.zoo.model.ResNet50;
import org.deeplearning4j.zoo.model.SimpleCNN;
import org.deeplearning4j.zoo.model.SqueezeNet;
import org.deeplearning4j.zoo.model.UNet;
import org.deeplearning4j.zoo.model.VGG16;
import org.deeplearning4j.zoo.model.VGG19;
import org.deeplearning4j.zoo.model.Xception;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

@DisplayName("A network of the zoo")
class ZooTest {

  private static final double HALF = 0.5;

  /**
   * One of them, small.
   *
   * @param zoo the architecture
   * @param side of its images
   * @param channels of its images
   */
  record Architecture(ZooModel<?> zoo, int channels, int side) {
    @Override
    public String toString() {
      return zoo.getClass().getSimpleName();
    }
  }

  static Stream<Architecture> architectures() {
    return Stream.of(
        new Architecture(
            AlexNet.builder().numClasses(7).inputShape(new int[] {3, 96, 96}).build(), 3, 96),
        new Architecture(
            Darknet19.builder().numClasses(7).inputShape(new int[] {3, 64, 64}).build(), 3, 64),
        new Architecture(
            FaceNetNN4Small2.builder().numClasses(7).inputShape(new int[] {3, 96, 96}).build(),
            3,
            96),
        new Architecture(
            InceptionResNetV1.builder().numClasses(7).inputShape(new int[] {3, 96, 96}).build(),
            3,
            96),
        new Architecture(
            LeNet.builder().numClasses(7).inputShape(new int[] {1, 28, 28}).build(), 1, 28),
        new Architecture(
            ResNet50.builder().numClasses(7).inputShape(new int[] {3, 192, 192}).build(), 3, 192),
        new Architecture(
            SimpleCNN.builder().numClasses(7).inputShape(new int[] {3, 48, 48}).build(), 3, 48),
        new Architecture(
            SqueezeNet.builder().numClasses(7).inputShape(new int[] {3, 64, 64}).build(), 3, 64),
        new Architecture(
            UNet.builder().numClasses(1).inputShape(new int[] {3, 32, 32}).build(), 3, 32),
        new Architecture(
            VGG16.builder().numClasses(7).inputShape(new int[] {3, 32, 32}).build(), 3, 32),
        new Architecture(
            VGG19.builder().numClasses(7).inputShape(new int[] {3, 32, 32}).build(), 3, 32),
        new Architecture(
            Xception.builder().numClasses(7).inputShape(new int[] {3, 71, 71}).build(), 3, 71));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("architectures")
  @DisplayName("computes in every layer what Deeplearning4j's layer computes, and is explained")
  void computesTheSame(Architecture architecture) {
    Shape image = Shape.of(architecture.channels(), architecture.side(), architecture.side());
    Tensor images = noise(image.batch(2));
    NeuralNetwork network = architecture.zoo().init();
    // Random weights of fifty layers, with batch norms that have seen nothing, overflow.
    network.params().muli(HALF);
    try (Model model = model(network, image)) {
      List<String> paths = model.layers().stream().map(Layer::path).toList();
      assertThat(paths).isNotEmpty();
      try (Capture capture = model.hook(paths).forward(images)) {
        if (network instanceof ComputationGraph graph) {
          graph.setInput(0, array(images));
          paths.forEach(path -> assertSame(graph, path, capture, array(images)));
        } else {
          INDArray scores = array(capture.output());
          assertClose(
              Transforms.softmax(scores), ((MultiLayerNetwork) network).output(array(images)));
        }
      }
      if (model.forward(images).shape().rank() == 2) {
        Explanation explanation =
            GradCam.of(model).explain(images, Target.predicted()).get(0).get(0);
        assertThat(explanation.provenance().layers()).isSubsetOf(paths);
      }
    }
  }

  /**
   * Each vertex is given what flows into it here: run as a whole, Deeplearning4j writes over what
   * other branches still need, and InceptionResNetV1's probabilities are off by two hundredths.
   */
  private static void assertSame(
      ComputationGraph graph, String path, Capture capture, INDArray images) {
    GraphVertex vertex = graph.getVertex(path);
    List<String> inputs = graph.getConfiguration().getVertexInputs().get(path);
    for (int i = 0; i < inputs.size(); i++) {
      boolean image = graph.getConfiguration().getNetworkInputs().contains(inputs.get(i));
      INDArray input = image ? images.dup() : array(capture.activations(inputs.get(i)));
      vertex.setInput(i, input, LayerWorkspaceMgr.noWorkspaces());
    }
    INDArray expected = vertex.doForward(false, LayerWorkspaceMgr.noWorkspaces());
    assertThat(vertex.getVertexName()).isEqualTo(path);
    assertClose(array(capture.activations(path)), expected);
    vertex.clear();
  }

  private static void assertClose(INDArray actual, INDArray expected) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    double largest = Math.max(1, expected.amaxNumber().doubleValue());
    assertThat(actual.sub(expected).amaxNumber().doubleValue() / largest)
        .isCloseTo(0, within(1e-5));
  }

  private static Model model(NeuralNetwork network, Shape image) {
    ModelOptions options = ModelOptions.builder().inputShape(image).build();
    return network instanceof ComputationGraph graph
        ? Dl4jModels.of(graph, LayerRules.none(), options)
        : Dl4jModels.of((MultiLayerNetwork) network, LayerRules.none(), options);
  }

  private static Tensor noise(Shape shape) {
    float[] values = new float[shape.size()];
    Random random = new Random(7);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Tensor.of(shape, values);
  }

  private static INDArray array(Tensor tensor) {
    long[] shape = new long[tensor.shape().rank()];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = tensor.shape().length(axis);
    }
    return Nd4j.create(tensor.toArray(), shape, 'c');
  }
}
