package io.github.gradcam.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.error.UnsupportedOperationInModelException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  @DisplayName("in a loop have a number for each turn, and only for turns that run")
  void turns() {
    Structure structure = Structure.of("while-scripted");
    try (Model model = structure.open()) {
      assertThat(model.layers())
          .extracting(Layer::path)
          .containsExactly(
              "stem",
              "unit.0",
              "unit.1",
              "unit",
              "unit.0#2",
              "unit.1#2",
              "unit#2",
              "head.fc",
              "head");
      assertThatExceptionOfType(UnexplainableLayerException.class)
          .isThrownBy(() -> model.hook("unit#3").forward(structure.input()).close())
          .withMessageContaining("never reached");
      assertThatExceptionOfType(UnknownLayerException.class).isThrownBy(() -> model.hook("stem#2"));
      assertThatExceptionOfType(UnknownLayerException.class)
          .isThrownBy(() -> model.hook("unit#2#2"));
      assertThatExceptionOfType(UnknownLayerException.class)
          .isThrownBy(() -> model.hook("unit#9999"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("that return no tensor say what they return, and what lies inside")
  @CsvSource({
    "nothing, returns nothing, before or behind",
    "pair, a tuple, pair.conv",
    "list, a list, list.conv",
    "dict, a dictionary, dict.conv",
    "named, an object (Gated), named.conv"
  })
  void noTensor(String layer, String what, String instead) {
    try (Model model = Structure.of("returns-scripted").open()) {
      assertThatExceptionOfType(UnexplainableLayerException.class)
          .isThrownBy(() -> model.hook(layer))
          .withMessageContaining(what)
          .withMessageContaining(instead)
          .satisfies(error -> assertThat(error.layer()).isEqualTo(layer));
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("from which no gradient leads to the output are an error, never an empty map")
  @CsvSource({
    "contexts-scripted, stem",
    "quantizing-scripted, stem",
    "quantizing-scripted, quant",
    "quantizing-scripted, relu"
  })
  void withoutGradient(String name, String layer) {
    Structure structure = Structure.of(name);
    try (Model model = structure.open();
        Capture capture = model.hook(layer).forward(structure.input())) {
      assertThatExceptionOfType(UnexplainableLayerException.class)
          .isThrownBy(() -> capture.gradients(structure.cotangent()))
          .satisfies(error -> assertThat(error.layer()).isEqualTo(layer));
    }
  }

  @Test
  @DisplayName("of quantized numbers show what they stand for, and nothing takes their place")
  void quantized() {
    Structure structure = Structure.of("quantizing-scripted");
    try (Model model = structure.open();
        Capture capture = model.hook("stem", "quant").forward(structure.input())) {
      Tensor exact = capture.activations("stem");
      Tensor stepped = capture.activations("quant");
      assertThat(stepped.shape()).isEqualTo(exact.shape());
      assertThat(stepped).isNotEqualTo(exact);
      assertThatExceptionOfType(UnsupportedOperationInModelException.class)
          .isThrownBy(() -> capture.resume("quant", stepped).close())
          .withMessageContaining("quantized");
    }
  }

  @Test
  @DisplayName("of a network that takes no images need the shape of its input")
  void ofSeries() {
    try (Model model = open("line-scripted")) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(model::layers)
          .withMessageContaining("[N, 2, length]")
          .withMessageContaining("inputShape");
      assertThat(model.layers(Shape.of(2, 9)).get(0))
          .isEqualTo(new Layer("conv", "Conv1d", Shape.of(4, 9)));
    }
    try (Model model = open("volume-scripted")) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(model::layers)
          .withMessageContaining("[N, 2, depth, height, width]");
    }
  }

  @Test
  @DisplayName("of a network that adds an axis itself are there for the shape it takes")
  void addsAxis() {
    try (Model model = open("adds-axis-scripted")) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(model::layers)
          .withMessageContaining("changes the axes")
          .withMessageContaining("inputShape");
      assertThat(model.layers(Shape.of(6, 6)).get(0))
          .isEqualTo(new Layer("conv", "Conv2d", Shape.of(4, 6, 6)));
    }
  }

  private static Model open(String name) {
    return new DjlBackend().open(Structure.of(name).file(), ModelOptions.defaults());
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
