package io.github.gradcam.djl;

import static io.github.gradcam.djl.Structure.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Model;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With room for other processors, which add halves in another order. */
@DisplayName("A network of halves")
class PrecisionTest {

  @ParameterizedTest(name = "{0}")
  @DisplayName("computes in its own type, and is given and gives float32")
  @CsvSource({
    "half-traced, 0.002",
    "half-scripted, 0.002",
    "half-frozen, 0.002",
    "float-head-scripted, 0.002",
    "casts-scripted, 0.002",
    "bfloat16-traced, 0.016"
  })
  void agreesWithPyTorch(String name, float near) {
    Structure structure = Structure.of(name);
    List<String> layers = structure.layers("act");
    try (Model model = structure.open();
        Capture capture = model.hook(layers).forward(structure.input())) {
      assertClose("output", capture.output(), structure.output(), near);
      var gradients = capture.gradients(structure.cotangent());
      for (String layer : layers) {
        assertClose(layer, capture.activations(layer), structure.of("act", layer), near);
        assertClose(layer, gradients.get(layer), structure.of("grad", layer), near);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("goes on from other activations in its own type")
  @CsvSource({"half-scripted, 0.002", "float-head-scripted, 0.002", "bfloat16-traced, 0.016"})
  void resumesAsPyTorch(String name, float near) {
    Structure structure = Structure.of(name);
    assertThat(structure.layers("given")).isNotEmpty();
    try (Model model = structure.open()) {
      for (String layer : structure.layers("given")) {
        try (Capture pass = model.hook(layer).forward(structure.input());
            Capture resumed = pass.resume(layer, structure.of("given", layer))) {
          assertClose("output", resumed.output(), structure.of("resumed", layer), near);
          assertClose(
              layer,
              resumed.gradients(structure.of("seed", layer)).get(layer),
              structure.of("back", layer),
              near);
        }
      }
    }
  }
}
