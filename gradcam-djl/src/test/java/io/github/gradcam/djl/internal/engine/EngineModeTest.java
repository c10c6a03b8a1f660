package io.github.gradcam.djl.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.pytorch.jni.JniUtils;
import io.github.gradcam.djl.Structure;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The calling thread's gradient mode")
class EngineModeTest {

  private final Structure structure = Structure.of("residual-traced");

  @ParameterizedTest(name = "{0}")
  @DisplayName("is what it was before, whatever has been done, and has no influence")
  @ValueSource(booleans = {true, false})
  void isPutBack(boolean mode) {
    try (Model model = structure.open()) {
      boolean own = JniUtils.isGradMode();
      JniUtils.setGradMode(mode);
      try {
        model.layers();
        assertThat(JniUtils.isGradMode()).isEqualTo(mode);
        model.forward(structure.input());
        assertThat(JniUtils.isGradMode()).isEqualTo(mode);
        try (Capture capture = model.hook("conv1").forward(structure.input())) {
          assertThat(JniUtils.isGradMode()).isEqualTo(mode);
          Structure.assertClose(
              "gradient",
              capture.gradients(structure.cotangent()).get("conv1"),
              structure.of("grad", "conv1"));
          assertThat(JniUtils.isGradMode()).isEqualTo(mode);
          capture.resume("conv1", capture.activations("conv1")).close();
          assertThat(JniUtils.isGradMode()).isEqualTo(mode);
        }
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> model.hook("conv1").forward(Tensor.zeros(Shape.of(1, 5, 6, 6))));
        assertThat(JniUtils.isGradMode()).isEqualTo(mode);
      } finally {
        JniUtils.setGradMode(own);
      }
    }
  }

  @Test
  @DisplayName("is put back when the engine fails")
  void isPutBackAfterFailure() {
    try (Model model = structure.open()) {
      boolean before = JniUtils.isGradMode();
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> model.forward(Tensor.zeros(Shape.of(1, 3, 6, 6))))
          .withMessageContaining("[N, 2, height, width]");
      assertThat(JniUtils.isGradMode()).isEqualTo(before);
    }
  }
}
