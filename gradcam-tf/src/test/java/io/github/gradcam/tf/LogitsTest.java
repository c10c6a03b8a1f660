package io.github.gradcam.tf;

import static io.github.gradcam.tf.Structure.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.OutputKind;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.proto.DataType;

@DisplayName("Scores")
class LogitsTest {

  private static final Tensor IMAGE = Tensor.of(Shape.of(1, 1, 2, 2), -1, 0.25f, 1, 0);

  @ParameterizedTest(name = "{0}")
  @DisplayName("are what lies before a last softmax, sigmoid or log-softmax")
  @CsvSource({
    "softmax-layer, LOGITS",
    "log-softmax, LOGITS",
    "sigmoid-head, SIGMOID_LOGITS",
    "float64, LOGITS",
    "plain, LOGITS",
    "attention, LOGITS"
  })
  void beforeTheEnd(String name, OutputKind kind) {
    Structure structure = Structure.of(name);
    try (Model model = structure.open()) {
      assertThat(model.outputKind()).isEqualTo(kind);
      assertClose("scores", model.forward(structure.input()), structure.logits());
    }
  }

  @Test
  @DisplayName("keep what a softmax is wrapped in, such as turns of the axes")
  void wrapped(@TempDir Path folder) {
    SmallGraph graph =
        SmallGraph.ofImages(2, 2)
            .node("twice/Add", "AddV2", "x", "x")
            .integers("to", 0, 3, 1, 2)
            .integers("from", 0, 2, 3, 1)
            .node("softmax/to", "Transpose", "twice/Add", "to")
            .node("softmax/Softmax", "Softmax", "softmax/to")
            .node("softmax/from", "Transpose", "softmax/Softmax", "from")
            .integers("rows", -1, 4)
            .node("flat/Reshape", "Reshape", "softmax/from", "rows")
            .node("out", "Identity", "flat/Reshape");
    try (Model model = graph.open(folder)) {
      assertThat(model.outputKind()).isEqualTo(OutputKind.LOGITS);
      assertThat(model.forward(IMAGE)).isEqualTo(Tensor.of(Shape.of(1, 4), -2, 0.5f, 2, 0));
    }
  }

  @Test
  @DisplayName("lie before a softmax that is written out, as old versions of Keras do for maps")
  void writtenOut(@TempDir Path folder) {
    try (Model model = writtenOut(-1).open(folder)) {
      assertThat(model.outputKind()).isEqualTo(OutputKind.LOGITS);
      assertThat(model.forward(IMAGE).toArray()).containsExactly(-2, 0.5f, 2, 0);
    }
  }

  @Test
  @DisplayName("are the quotient itself where it is no softmax: its parts are over other axes")
  void quotient(@TempDir Path folder) {
    try (Model model = writtenOut(1).open(folder)) {
      assertThat(model.forward(IMAGE).toArray()[0]).isPositive();
    }
  }

  private static SmallGraph writtenOut(int sumAxis) {
    return SmallGraph.ofImages(2, 2)
        .node("twice/Add", "AddV2", "x", "x")
        .integers("softmax/Max/axes", -1)
        .integers("softmax/Sum/axes", sumAxis)
        .node(
            "softmax/Max",
            "Max",
            "keep_dims",
            SmallGraph.flag(true),
            "twice/Add",
            "softmax/Max/axes")
        .node("softmax/sub", "Sub", "twice/Add", "softmax/Max")
        .node("softmax/Exp", "Exp", "softmax/sub")
        .node(
            "softmax/Sum",
            "Sum",
            "keep_dims",
            SmallGraph.flag(true),
            "softmax/Exp",
            "softmax/Sum/axes")
        .node("softmax/truediv", "RealDiv", "softmax/Exp", "softmax/Sum");
  }

  @Test
  @DisplayName("leave a softmax and a sigmoid within the network as they are")
  void within(@TempDir Path folder) {
    SmallGraph graph =
        SmallGraph.ofImages(2, 2)
            .node("gate/Sigmoid", "Sigmoid", "x")
            .node("gated/Mul", "Mul", "x", "gate/Sigmoid");
    try (Model model = graph.open(folder);
        Capture capture = model.hook("gate").forward(IMAGE)) {
      float[] gate = capture.activations("gate").toArray();
      float[] output = capture.output().toArray();
      float[] image = IMAGE.toArray();
      for (int i = 0; i < image.length; i++) {
        assertThat(gate[i]).isEqualTo((float) (1 / (1 + Math.exp(-image[i]))));
        assertThat(output[i]).isEqualTo(image[i] * gate[i]);
      }
      assertThat(model.outputKind()).isEqualTo(OutputKind.LOGITS);
    }
  }

  @Test
  @DisplayName("are float32 whatever the last numbers are made into")
  void cast(@TempDir Path folder) {
    SmallGraph graph =
        SmallGraph.ofImages(2, 2)
            .node("softmax/Softmax", "Softmax", "x")
            .cast("wide/Cast", DataType.DT_DOUBLE, "softmax/Softmax");
    try (Model model = graph.open(folder)) {
      assertThat(model.forward(IMAGE)).isEqualTo(IMAGE);
    }
  }
}
