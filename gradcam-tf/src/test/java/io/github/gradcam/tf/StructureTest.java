package io.github.gradcam.tf;

import static io.github.gradcam.tf.Structure.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Execution;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Whatever the structure of a network")
class StructureTest {

  static Stream<String> names() {
    return Stream.of(
        "activations",
        "attention",
        "cond-aside",
        "conv1d",
        "conv3d",
        "depthwise",
        "dilated",
        "dilated-keras2",
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
        "slashes-keras2",
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
        "zero-padding");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName(
      "scores, activations and gradients are Python's, layers alone and together, and resumed")
  @MethodSource("names")
  void agreesWithPython(String name) {
    Structure structure = Structure.of(name);
    List<String> layers = structure.layers();
    assertThat(layers).isNotEmpty();
    try (Model model = structure.open()) {
      assertClose("forward", model.forward(structure.input()), structure.logits());
      layers.forEach(layer -> check(model, structure, List.of(layer)));
      check(model, structure, layers);
      layers.forEach(layer -> resume(model, structure, layer));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  @DisplayName("they are so, too, where the engine may simplify the network")
  void simplified(String name) {
    Structure structure = Structure.of(name);
    List<String> layers = structure.layers();
    try (Model model = structure.open(ModelOptions.builder().execution(Execution.SIMPLIFIED))) {
      layers.forEach(layer -> check(model, structure, List.of(layer)));
      check(model, structure, layers);
      layers.forEach(layer -> resume(model, structure, layer));
    }
  }

  private static void check(Model model, Structure structure, List<String> layers) {
    List<String> addresses = layers.stream().map(structure::address).toList();
    try (Capture capture = model.hook(addresses).forward(structure.input())) {
      assertClose("scores", capture.output(), structure.logits());
      var gradients = capture.gradients(structure.cotangent());
      assertThat(gradients.keySet()).containsExactlyElementsOf(addresses);
      for (String layer : layers) {
        String address = structure.address(layer);
        assertClose(layer, capture.activations(address), structure.activations(layer));
        assertClose("gradient at " + layer, gradients.get(address), structure.gradient(layer));
      }
    }
  }

  private static void resume(Model model, Structure structure, String layer) {
    String address = structure.address(layer);
    Tensor given = structure.activations(layer);
    try (Capture pass = model.hook(address).forward(structure.input());
        Capture resumed = pass.resume(address, given);
        Capture silent = pass.resume(address, Tensor.zeros(given.shape()))) {
      assertClose("resumed at " + layer, resumed.output(), structure.logits());
      assertThat(silent.output()).as("without " + layer).isNotEqualTo(resumed.output());
      assertClose(
          "gradient of the resumed pass at " + layer,
          resumed.gradients(structure.cotangent()).get(address),
          structure.gradient(layer));
    }
  }

  @Test
  @DisplayName("layers that do nothing in inference are not there, and change nothing")
  void withoutTraining() {
    Structure structure = Structure.of("dropout");
    try (Model model = structure.open()) {
      check(model, structure, List.of("conv"));
      assertThatExceptionOfType(UnknownLayerException.class).isThrownBy(() -> model.hook("noise"));
    }
  }
}
