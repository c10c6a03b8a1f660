package io.github.gradcam.tck;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is missing is named")
class MissingTensorsTest {

  @Test
  @DisplayName("when a backend leaves out a gradient that it owes")
  void gradient() {
    Gradients gradients = new Gradients(Map.of("conv", Tensor.zeros(Shape.of(1))));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> gradients.at("relu"))
        .withMessage(
            "The capture owes a gradient at relu, which its hook covers, but gave gradients only at"
                + " [conv].");
  }

  @Test
  @DisplayName("when the kit's own resource lacks a tensor")
  void resource() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> FixtureNetwork.CLOSED_FORM.known().get("logits of nothing"))
        .withMessageContaining("closed-form.npz has no logits of nothing")
        .withMessageContaining("w/fc.bias");
  }
}
