package io.github.gradcam.tf;

import static io.github.gradcam.tf.Structure.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.error.UnsupportedOperationInModelException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Execution;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Layers")
class LayersTest {

  @Test
  @DisplayName("are listed as they finish, scopes behind what they hold")
  void inOrder() {
    Shape map = Shape.of(6, 8, 10);
    try (Model model = Structure.of("nested-function").open()) {
      assertThat(model.layers())
          .containsExactly(
              new Layer("stem/conv0", "Conv2D", map),
              new Layer("stem", "Model", map),
              new Layer("outer/inner/conv", "Conv2D", map),
              new Layer("outer/inner/relu", "ReLU", map),
              new Layer("outer/inner/conv#2", "Conv2D", map),
              new Layer("outer/inner/relu#2", "ReLU", map),
              new Layer("outer/inner", "Model", map),
              new Layer("outer", "Model", map),
              new Layer("pool", "GlobalAveragePooling2D", Shape.of(6)),
              new Layer("scores", "Dense", Shape.of(4)));
    }
  }

  @ParameterizedTest
  @DisplayName("have the names that they have in Keras, whatever those look like")
  @ValueSource(strings = {"odd-names", "odd-names-keras2"})
  void names(String name) {
    Structure structure = Structure.of(name);
    try (Model model = structure.open()) {
      assertThat(model.layers())
          .extracting(Layer::path)
          .startsWith(structure.layers().toArray(String[]::new))
          .endsWith("pool", "scores");
    }
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("are of the kinds that Keras has")
  @CsvSource({
    "activations, elu, ELU",
    "attention, tokens, Reshape",
    "attention, norm1, LayerNormalization",
    "attention, add1, Add",
    "conv1d, down, MaxPooling1D",
    "conv3d, stem, Conv3D",
    "depthwise, depthwise, DepthwiseConv2D",
    "depthwise, separable, SeparableConv2D",
    "layer-norm-keras2, norm, LayerNormalization",
    "norms, central, BatchNormalization",
    "pools, mean, AveragePooling2D",
    "pools, pool, GlobalMaxPooling2D",
    "squeeze-excite, scaled, Multiply",
    "transposed, same, Conv2DTranspose",
    "upsampling, nearest, UpSampling2D",
    "upsampling, bilinear, UpSampling2D",
    "zero-padding, pad, ZeroPadding2D",
    "zero-padding, crop, Cropping2D"
  })
  void kinds(String name, String path, String kind) {
    Structure structure = Structure.of(name);
    try (Model model = structure.open()) {
      assertThat(model.layers(structure.input().shape().item()))
          .filteredOn(layer -> layer.path().equals(path))
          .extracting(Layer::kind)
          .containsExactly(kind);
    }
  }

  @ParameterizedTest
  @DisplayName("that are called again have a number, up to that of the last call")
  @ValueSource(strings = {"shared-layer", "shared-layer-keras2"})
  void calledAgain(String name) {
    try (Model model = Structure.of(name).open()) {
      assertThat(model.layers())
          .extracting(Layer::path)
          .containsExactly("conv", "down", "conv#2", "pool", "scores");
      for (String missing : List.of("conv#1", "conv#3", "conv#2#2", "down#2", "#2")) {
        assertThatExceptionOfType(UnknownLayerException.class)
            .isThrownBy(() -> model.hook(missing));
      }
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("can be looked into, operation by operation, by the names in the file")
  @CsvSource({
    "plain, conv/BiasAdd, conv",
    "plain, conv/BiasAdd:0, conv",
    "plain, relu/Relu, relu",
    "softmax-layer, net_1/conv_1/BiasAdd, conv",
    "softmax-layer, net_1/relu_1/Relu:0, relu",
    "dilated-keras2, net/same/Relu, same",
    "tf1-resource, net/conv/BiasAdd, net/conv"
  })
  void operations(String name, String operation, String layer) {
    Structure structure = Structure.of(name);
    try (Model model = structure.open();
        Capture capture = model.hook(operation).forward(structure.input())) {
      assertClose(operation, capture.activations(operation), structure.activations(layer));
      var gradients = capture.gradients(structure.cotangent());
      assertThat(gradients).containsOnlyKeys(operation);
      assertClose(operation, gradients.get(operation), structure.gradient(layer));
      assertThat(model.layers()).extracting(Layer::path).doesNotContain(operation);
    }
  }

  @Test
  @DisplayName("have an input, with the gradient that goes through them")
  void input() {
    Structure structure = Structure.of("plain");
    try (Model model = structure.open();
        Capture capture = model.hook("relu@input", "conv@input").forward(structure.input())) {
      var gradients = capture.gradients(structure.cotangent());
      assertClose("conv", capture.activations("relu@input"), structure.activations("conv"));
      assertClose("conv", gradients.get("relu@input"), structure.gradient("conv"));
      assertClose("image", capture.activations("conv@input"), structure.input());
    }
  }

  @Test
  @DisplayName("have an input of their own where others read the same")
  void inputBesideOthers() {
    Structure structure = Structure.of("stop-gradient");
    try (Model model = structure.open();
        Capture capture =
            model.hook("relu", "conv@input", "branch@input").forward(structure.input())) {
      assertThat(capture.activations("branch@input")).isEqualTo(capture.activations("relu"));
      assertThatExceptionOfType(UnexplainableLayerException.class)
          .isThrownBy(() -> capture.gradients(structure.cotangent()))
          .satisfies(error -> assertThat(error.layer()).isEqualTo("branch@input"));
    }
    try (Model model = structure.open();
        Capture capture = model.hook("conv@input").forward(structure.input())) {
      // The other way is cut, so that all that arrives before it comes through this one.
      assertClose(
          "gradient",
          capture.gradients(structure.cotangent()).get("conv@input"),
          structure.gradient("relu"));
    }
  }

  @Test
  @DisplayName("that read several tensors have the first as their input, and its gradient alone")
  void firstInput() {
    Structure structure = Structure.of("attention");
    try (Model model = structure.open();
        Capture capture =
            model.hook("tokens", "attention", "add1@input").forward(structure.input())) {
      var gradients = capture.gradients(structure.cotangent());
      assertThat(capture.activations("add1@input")).isEqualTo(capture.activations("tokens"));
      // A sum hands its gradient to both that it adds; the tokens have one through the norm, too.
      assertClose("add1@input", gradients.get("add1@input"), structure.gradient("add1"));
      assertClose("attention", gradients.get("attention"), structure.gradient("add1"));
      assertThat(gradients.get("tokens")).isNotEqualTo(gradients.get("add1@input"));
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("that are not there are an error with the nearest that are")
  @CsvSource({
    "plain, convv, conv",
    "plain, relu1, relu",
    "nested-function, inner/conv, outer/inner/conv",
    "nested-function, conv#2, outer/inner/conv#2",
    "odd-names, a_b, a.b",
    "softmax-layer, model/conv, conv",
    "plain, conv/MatMul, conv",
    "plain, con@input, conv@input"
  })
  void unknown(String name, String layer, String nearest) {
    try (Model model = Structure.of(name).open()) {
      assertThatExceptionOfType(UnknownLayerException.class)
          .isThrownBy(() -> model.hook(layer))
          .withMessageContaining("\"" + layer + "\"")
          .withMessageContaining("\"" + nearest + "\"");
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("behind the scores cannot be explained")
  @CsvSource({"softmax-layer, probabilities", "sigmoid-head, scores", "log-softmax, scores"})
  void behindTheScores(String name, String layer) {
    try (Model model = Structure.of(name).open()) {
      assertThatExceptionOfType(UnexplainableLayerException.class)
          .isThrownBy(() -> model.hook(layer))
          .withMessageContaining("last softmax or sigmoid")
          .satisfies(error -> assertThat(error.layer()).isEqualTo(layer));
    }
  }

  @ParameterizedTest
  @DisplayName("from which every way is cut can be looked at, and not explained")
  @ValueSource(strings = {"branch", "stopped@input", "branch@input", "branch/BiasAdd"})
  void cut(String layer) {
    Structure structure = Structure.of("stop-gradient");
    try (Model model = structure.open();
        Capture capture = model.hook("conv", layer).forward(structure.input())) {
      assertThat(capture.activations(layer).shape()).isEqualTo(Shape.of(2, 6, 8, 10));
      assertThatExceptionOfType(UnexplainableLayerException.class)
          .isThrownBy(() -> capture.gradients(structure.cotangent()))
          .withMessageContaining("\"" + layer + "\"")
          .satisfies(error -> assertThat(error.layer()).isEqualTo(layer));
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("that hold parts of images where images should be cannot be explained")
  @CsvSource({
    "dilated, net_1/same_1/convolution, 8 items",
    "conv1d, net_1/conv_1/convolution/SpaceToBatchND, 4 items",
    "layer-norm-keras2, net/norm/FusedBatchNormV3, 1 item",
    "attention, net_1/mlp_1/Tensordot/MatMul, 48 items"
  })
  void partsOfImages(String name, String operation, String items) {
    Structure structure = Structure.of(name);
    try (Model model = structure.open()) {
      assertThatExceptionOfType(UnexplainableLayerException.class)
          .isThrownBy(() -> model.hook(operation).forward(structure.input()).close())
          .withMessageContaining(items + " for 2 images")
          .satisfies(error -> assertThat(error.layer()).isEqualTo(operation));
    }
  }

  @Test
  @DisplayName("before an operation without a gradient are an error that names it and its layer")
  void unsupported(@TempDir Path folder) {
    SmallGraph graph =
        SmallGraph.ofImages(2, 2)
            .node("stem/Relu", "Relu", "x")
            .node("odd/Lgamma", "Lgamma", "stem/Relu")
            .node("end/Tanh", "Tanh", "odd/Lgamma");
    Tensor image = Tensor.of(Shape.of(1, 1, 2, 2), 1, 2, 3, 4);
    try (Model model = graph.open(folder);
        Capture before = model.hook("stem").forward(image);
        Capture behind = model.hook("odd").forward(image)) {
      assertThat(before.activations("stem")).isEqualTo(image);
      assertThatExceptionOfType(UnsupportedOperationInModelException.class)
          .isThrownBy(() -> before.gradients(image))
          .withMessageContaining("Lgamma")
          .withMessageContaining("\"odd/Lgamma\"")
          .withMessageContaining("Choose a layer behind it");
      assertThat(behind.gradients(image)).containsOnlyKeys("odd");
    }
  }

  @Test
  @DisplayName("are there where the engine would fuse them with others")
  void fused() {
    Structure structure = Structure.of("stop-gradient");
    try (Model model = structure.open(ModelOptions.builder().execution(Execution.SIMPLIFIED));
        Capture alone = model.hook("add").forward(structure.input());
        Capture all = model.hook("conv", "branch", "sum").forward(structure.input())) {
      float[] conv = all.activations("conv").toArray();
      float[] branch = all.activations("branch").toArray();
      float[] sum = all.activations("sum").toArray();
      float[] add = alone.activations("add").toArray();
      for (int i = 0; i < add.length; i++) {
        assertThat(add[i]).isCloseTo(conv[i] + branch[i], within(1e-6f));
        assertThat(sum[i]).isCloseTo(Math.max(0, add[i]), within(1e-6f));
      }
      assertClose(
          "gradient",
          alone.gradients(structure.cotangent()).get("add"),
          structure.gradient("conv"));
    }
  }

  @Test
  @DisplayName("are what they are whatever stands behind them")
  void inSmall(@TempDir Path folder) {
    Tensor two = Tensor.of(Shape.of(1, 1, 1, 1), 2);
    Tensor half = Tensor.of(Shape.of(1), 0.5f);
    SmallGraph graph =
        SmallGraph.ofImages(2, 2)
            .convolution("first", two, half, "x")
            .node("sum/Add", "AddV2", "first/BiasAdd", "x")
            .node("relu/Relu", "Relu", "sum/Add")
            .convolution("second", two, half, "relu/Relu")
            .node("gate/Sigmoid", "Sigmoid", "second/BiasAdd")
            .node("swish/Mul", "Mul", "second/BiasAdd", "gate/Sigmoid");
    Tensor image = Tensor.of(Shape.of(1, 1, 2, 2), -1, 0.25f, 1, 0);
    try (Model model = graph.open(folder);
        Capture capture =
            model.hook("first", "sum", "relu", "second", "gate", "swish").forward(image)) {
      assertThat(capture.activations("first").toArray()).containsExactly(-1.5f, 1, 2.5f, 0.5f);
      assertThat(capture.activations("sum").toArray()).containsExactly(-2.5f, 1.25f, 3.5f, 0.5f);
      assertThat(capture.activations("relu").toArray()).containsExactly(0, 1.25f, 3.5f, 0.5f);
      assertThat(capture.activations("second").toArray()).containsExactly(0.5f, 3, 7.5f, 1.5f);
      for (String layer : List.of("first", "sum", "relu", "second", "gate", "swish")) {
        try (Capture alone = model.hook(layer).forward(image)) {
          assertThat(alone.activations(layer)).isEqualTo(capture.activations(layer));
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("where none is named are chosen as a practitioner would")
  // Nobody knows how 24 tokens lie, so that attention is explained where there is a grid.
  @CsvSource({
    "plain, relu",
    "softmax-layer, relu",
    "pools, conv",
    "squeeze-excite, scaled",
    "layer-norm-keras2, conv",
    "attention, patches",
    "tf1-ref, relu",
    "shared-layer, conv#2"
  })
  void chosen(String name, String layer) {
    Structure structure = Structure.of(name);
    try (Model model = structure.open()) {
      Explanation explanation =
          GradCam.of(model).explain(structure.input(), Target.ofClass(1)).get(0).get(0);
      assertThat(explanation.provenance().layers()).containsExactly(layer);
    }
  }
}
