package io.github.gradcam.tf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Layers are called")
class NamesTest {

  @Test
  @DisplayName("as Keras calls them, though their names hold slashes and nothing lies in another")
  void slashes() {
    try (Model model = Structure.of("slashes-keras2").open()) {
      assertThat(model.layers())
          .extracting(Layer::path)
          .containsExactly(
              "stem",
              "stem/bn",
              "relu",
              "block/depthwise/pad",
              "block/depthwise",
              "block/depthwise/bn",
              "relu_1",
              "block/project",
              "block/project/bn",
              "pool",
              "scores");
      assertThat(kinds(model))
          .containsEntry("stem", "Conv2D")
          .containsEntry("stem/bn", "BatchNormalization")
          .containsEntry("block/depthwise/pad", "ZeroPadding2D")
          .containsEntry("block/depthwise", "DepthwiseConv2D");
    }
  }

  @Test
  @DisplayName("by paths that may begin with the network's own name")
  void ownName() {
    Structure structure = Structure.of("slashes-keras2");
    try (Model model = structure.open();
        Capture pass = model.hook("net/stem", "net/stem@input").forward(structure.input())) {
      assertThat(pass.activations("net/stem")).isEqualTo(activations(model, structure, "stem"));
      assertThat(pass.activations("net/stem@input")).isEqualTo(structure.input());
      assertThat(pass.gradients(structure.cotangent()))
          .containsOnlyKeys("net/stem", "net/stem@input");
    }
  }

  private static Object activations(Model model, Structure structure, String layer) {
    try (Capture pass = model.hook(layer).forward(structure.input())) {
      return pass.activations(layer);
    }
  }

  @Test
  @DisplayName("what they are, in Keras's words")
  void kinds() {
    assertThat(kinds("uint8-input"))
        .containsEntry("scaled", "Rescaling")
        .containsEntry("normal", "Normalization");
    assertThat(kinds("zero-padding"))
        .containsEntry("pad", "ZeroPadding2D")
        .containsEntry("crop", "Cropping2D");
    assertThat(kinds("squeeze-excite"))
        .containsEntry("squeeze", "GlobalAveragePooling2D")
        .containsEntry("scaled", "Multiply");
    assertThat(kinds("pools"))
        .containsEntry("largest", "MaxPooling2D")
        .containsEntry("mean", "AveragePooling2D")
        .containsEntry("pool", "GlobalMaxPooling2D");
  }

  private static Map<String, String> kinds(String structure) {
    try (Model model = Structure.of(structure).open()) {
      return kinds(model);
    }
  }

  private static Map<String, String> kinds(Model model) {
    return model.layers().stream().collect(Collectors.toMap(Layer::path, Layer::kind));
  }
}
