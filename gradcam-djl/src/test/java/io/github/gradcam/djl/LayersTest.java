package io.github.gradcam.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Shape;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Layers")
class LayersTest {

  @ParameterizedTest
  @DisplayName("are listed as they finish, blocks behind what they hold")
  @ValueSource(strings = {"nested-traced", "nested-scripted"})
  void inOrder(String name) {
    Shape map = Shape.of(4, 6, 6);
    try (Model model = Structure.of(name).open()) {
      assertThat(model.layers())
          .containsExactly(
              new Layer("stem", "Conv2d", map),
              new Layer("features.0.conv", "Conv2d", map),
              new Layer("features.0.relu", "ReLU", map),
              new Layer("features.0", "Unit", map),
              new Layer("features.1.conv", "Conv2d", map),
              new Layer("features.1.relu", "ReLU", map),
              new Layer("features.1", "Unit", map),
              new Layer("features", "Sequential", map),
              new Layer("head.fc", "Linear", Shape.of(3)),
              new Layer("head", "Head", Shape.of(3)));
    }
  }

  @Test
  @DisplayName("of a frozen file are its operators, by kind and occurrence")
  void ofFrozen() {
    try (Model model = Structure.of("frozen-traced").open()) {
      assertThat(model.layers())
          .extracting(Layer::path)
          .containsExactly("conv2d", "conv2d#2", "relu", "conv2d#3", "relu#2", "mean", "linear");
    }
  }

  @ParameterizedTest
  @DisplayName("that are called again have a number")
  @ValueSource(strings = {"twice-traced", "twice-scripted"})
  void calledAgain(String name) {
    try (Model model = Structure.of(name).open()) {
      assertThat(model.layers())
          .extracting(Layer::path)
          .startsWith("stem", "conv", "relu", "conv#2", "relu#2");
    }
  }

  @Test
  @DisplayName("that a pass leads around are an error of that pass")
  void neverReached() {
    Structure structure = Structure.of("branches-scripted");
    try (Model model = structure.open()) {
      assertThatExceptionOfType(UnexplainableLayerException.class)
          .isThrownBy(() -> model.hook("dark").forward(structure.input()).close())
          .withMessageContaining("never reached")
          .satisfies(error -> assertThat(error.layer()).isEqualTo("dark"));
    }
  }

  @Test
  @DisplayName("that the output does not depend on differentiably are named in the error")
  void cut() {
    Structure structure = Structure.of("cut-traced");
    try (Model model = structure.open();
        Capture capture = model.hook("last", "conv").forward(structure.input())) {
      assertThatExceptionOfType(UnexplainableLayerException.class)
          .isThrownBy(() -> capture.gradients(structure.cotangent()))
          .satisfies(error -> assertThat(error.layer()).isEqualTo("conv"));
    }
  }

  @Test
  @DisplayName("behind the score cannot be explained")
  void behindTheScore() {
    try (Model model = Structure.of("softmax-traced").open()) {
      assertThatExceptionOfType(UnexplainableLayerException.class)
          .isThrownBy(() -> model.hook("end"))
          .withMessageContaining("softmax");
    }
  }
}
