package io.github.gradcam.djl;

import static io.github.gradcam.djl.Structure.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.OutputKind;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whatever the structure of a file")
class StructureTest {

  @ParameterizedTest(name = "{0}")
  @DisplayName("output, activations and gradients are PyTorch's, one layer at a time and together")
  @ValueSource(
      strings = {
        "nested-traced",
        "nested-scripted",
        "twice-traced",
        "twice-scripted",
        "residual-traced",
        "residual-scripted",
        "softmax-traced",
        "softmax-scripted",
        "functional-softmax-traced",
        "functional-softmax-scripted",
        "log-softmax-traced",
        "log-softmax-scripted",
        "sigmoid-traced",
        "sigmoid-scripted",
        "attention-traced",
        "attention-scripted",
        "tuple-traced",
        "tuple-scripted",
        "list-traced",
        "list-scripted",
        "dict-traced",
        "dict-scripted",
        "named-tuple-scripted",
        "training-traced",
        "training-scripted",
        "branches-scripted",
        "loop-scripted",
        "cut-traced",
        "class-token-traced",
        "class-token-scripted",
        "closing-norm-traced",
        "closing-norm-scripted",
        "windows-traced",
        "windows-scripted",
        "score-map-traced",
        "score-map-scripted",
        "every-place-traced",
        "every-place-scripted",
        "frozen-traced",
        "frozen-scripted",
        "function-traced",
        "float64-scripted",
        "returns-traced",
        "returns-scripted",
        "heads-scripted",
        "turns-scripted",
        "while-scripted",
        "lists-scripted",
        "returning-scripted",
        "derived-scripted",
        "contexts-scripted",
        "forked-traced",
        "forked-scripted",
        "shared-traced",
        "shared-scripted",
        "loose-traced",
        "parametrized-traced",
        "tokens-0-traced",
        "tokens-1-scripted",
        "tokens-2-traced",
        "channels-last-scripted",
        "adds-axis-scripted",
        "line-scripted",
        "volume-scripted",
        "quantizing-scripted",
        "collected-scripted",
        "maybe-scripted",
        "enumerated-scripted",
        "outer-scripted",
        "names-scripted",
        "odd-names-traced",
        "odd-names-scripted"
      })
  void agreesWithPyTorch(String name) {
    Structure structure = Structure.of(name);
    List<String> layers = structure.layers("act");
    assertThat(layers).isNotEmpty();
    try (Model model = structure.open()) {
      assertClose("forward", model.forward(structure.input()), structure.output());
      layers.forEach(layer -> check(model, structure, List.of(layer)));
      check(model, structure, layers);
    }
  }

  private static void check(Model model, Structure structure, List<String> layers) {
    try (Capture capture = model.hook(layers).forward(structure.input())) {
      assertClose("output", capture.output(), structure.output());
      var gradients = capture.gradients(structure.cotangent());
      assertThat(gradients.keySet()).containsExactlyElementsOf(layers);
      for (String layer : layers) {
        assertClose(layer, capture.activations(layer), structure.of("act", layer));
        assertClose("gradient at " + layer, gradients.get(layer), structure.of("grad", layer));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("three variations of a layer go on as in PyTorch, alone or beside the other arm")
  @ValueSource(
      strings = {
        "nested-traced",
        "nested-scripted",
        "residual-traced",
        "residual-scripted",
        "softmax-traced",
        "softmax-scripted",
        "functional-softmax-traced",
        "functional-softmax-scripted",
        "log-softmax-traced",
        "log-softmax-scripted",
        "sigmoid-traced",
        "sigmoid-scripted",
        "tuple-traced",
        "tuple-scripted",
        "class-token-traced",
        "class-token-scripted",
        "closing-norm-traced",
        "closing-norm-scripted",
        "windows-traced",
        "windows-scripted",
        "score-map-traced",
        "score-map-scripted",
        "every-place-traced",
        "every-place-scripted",
        "frozen-traced",
        "frozen-scripted",
        "float64-scripted",
        "turns-scripted",
        "collected-scripted",
        "names-scripted",
        "odd-names-traced",
        "odd-names-scripted"
      })
  void resumesAsPyTorch(String name) {
    Structure structure = Structure.of(name);
    assertThat(structure.layers("given")).isNotEmpty();
    try (Model model = structure.open()) {
      for (String layer : structure.layers("given")) {
        try (Capture pass = model.hook(layer).forward(structure.input());
            Capture resumed = pass.resume(layer, structure.of("given", layer))) {
          assertClose("output", resumed.output(), structure.of("resumed", layer));
          assertThat(resumed.activations(layer)).isEqualTo(structure.of("given", layer));
          assertClose(
              "gradient at " + layer,
              resumed.gradients(structure.of("seed", layer)).get(layer),
              structure.of("back", layer));
          assertClose("the first pass", pass.output(), structure.output());
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("the kind of its output is known")
  @CsvSource({
    "nested-traced, LOGITS",
    "softmax-traced, LOGITS",
    "log-softmax-scripted, LOGITS",
    "sigmoid-traced, SIGMOID_LOGITS",
    "sigmoid-scripted, SIGMOID_LOGITS"
  })
  void knowsTheOutput(String name, OutputKind kind) {
    try (Model model = Structure.of(name).open()) {
      assertThat(model.outputKind()).isEqualTo(kind);
    }
  }
}
