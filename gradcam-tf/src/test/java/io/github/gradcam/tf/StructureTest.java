package io.github.gradcam.tf;

import static io.github.gradcam.tf.Structure.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Model;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whatever the structure of a network")
class StructureTest {

  @ParameterizedTest(name = "{0}")
  @DisplayName("scores, activations and gradients are Python's, one layer at a time and together")
  @ValueSource(
      strings = {
        "activations",
        "attention",
        "cond-aside",
        "conv1d",
        "conv3d",
        "depthwise",
        "dilated",
        "dilated-keras2",
        "dropout",
        "float64",
        "gelu-exact",
        "gelu-tanh",
        "grouped",
        "hub",
        "labels",
        "layer-norm",
        "layer-norm-keras2",
        "log-softmax",
        "nchw",
        "nested-function",
        "norms",
        "norms-keras2",
        "odd-names",
        "odd-names-keras2",
        "other-tag",
        "plain",
        "pools",
        "prelu",
        "shared-layer",
        "shared-layer-keras2",
        "sigmoid-head",
        "softmax-layer",
        "squeeze-excite",
        "stop-gradient",
        "swish",
        "tf1-ref",
        "tf1-resource",
        "transposed",
        "two-outputs",
        "two-signatures",
        "uint8-input",
        "upsampling",
        "write-file",
        "zero-padding"
      })
  void agreesWithPython(String name) {
    Structure structure = Structure.of(name);
    List<String> layers = structure.layers();
    assertThat(layers).isNotEmpty();
    try (Model model = structure.open()) {
      assertClose("forward", model.forward(structure.input()), structure.logits());
      layers.forEach(layer -> check(model, structure, List.of(layer)));
      check(model, structure, layers);
    }
  }

  private static void check(Model model, Structure structure, List<String> layers) {
    try (Capture capture = model.hook(layers).forward(structure.input())) {
      assertClose("scores", capture.output(), structure.logits());
      var gradients = capture.gradients(structure.cotangent());
      assertThat(gradients.keySet()).containsExactlyElementsOf(layers);
      for (String layer : layers) {
        assertClose(layer, capture.activations(layer), structure.activations(layer));
        assertClose("gradient at " + layer, gradients.get(layer), structure.gradient(layer));
      }
    }
  }
}
