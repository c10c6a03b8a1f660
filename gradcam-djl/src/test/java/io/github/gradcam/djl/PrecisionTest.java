package io.github.gradcam.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A network of halves")
class PrecisionTest {

  @ParameterizedTest(name = "{0}")
  @DisplayName("computes in its own type, and is given and gives float32")
  @CsvSource({
    "half-traced, 0x1p-9",
    "half-scripted, 0x1p-9",
    "half-frozen, 0x1p-9",
    "float-head-scripted, 0x1p-9",
    "casts-scripted, 0x1p-9",
    "bfloat16-traced, 0x1p-6"
  })
  void agreesWithPyTorch(String name, String nearness) {
    double near = Double.parseDouble(nearness);
    Structure structure = Structure.of(name);
    List<String> layers = structure.layers("act");
    try (Model model = structure.open();
        Capture capture = model.hook(layers).forward(structure.input())) {
      assertNear("output", capture.output(), structure.output(), near);
      var gradients = capture.gradients(structure.cotangent());
      for (String layer : layers) {
        assertNear(layer, capture.activations(layer), structure.of("act", layer), near);
        assertNear(layer, gradients.get(layer), structure.of("grad", layer), near);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("goes on from other activations in its own type")
  @CsvSource({"half-scripted, 0x1p-9", "float-head-scripted, 0x1p-9", "bfloat16-traced, 0x1p-6"})
  void resumesAsPyTorch(String name, String nearness) {
    double near = Double.parseDouble(nearness);
    Structure structure = Structure.of(name);
    assertThat(structure.layers("given")).isNotEmpty();
    try (Model model = structure.open()) {
      for (String layer : structure.layers("given")) {
        try (Capture pass = model.hook(layer).forward(structure.input());
            Capture resumed = pass.resume(layer, structure.of("given", layer))) {
          assertNear("output", resumed.output(), structure.of("resumed", layer), near);
          assertNear(
              layer,
              resumed.gradients(structure.of("seed", layer)).get(layer),
              structure.of("back", layer),
              near);
        }
      }
    }
  }

  /** Other processors add halves in another order, so the last bits are theirs. */
  private static void assertNear(String what, Tensor actual, Tensor expected, double near) {
    assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
    float[] found = actual.toArray();
    float[] right = expected.toArray();
    double largest = 0;
    for (float value : right) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(largest).as("the reference of " + what).isPositive();
    for (int i = 0; i < right.length; i++) {
      assertThat(Math.abs(found[i] - right[i]))
          .as("%s, element %d: %s instead of %s", what, i, found[i], right[i])
          .isLessThanOrEqualTo((float) (near * largest));
    }
  }
}
