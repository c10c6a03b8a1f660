package io.github.gradcam.tf;

import static io.github.gradcam.tf.Structure.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Numbers of other types")
class PrecisionTest {

  /** With room for other processors, which add halves in another order. */
  private static final float HALF = 4e-3f;

  @Test
  @DisplayName("are float32 outside of a network of halves, alone and together and resumed")
  void half() {
    Structure structure = Structure.of("float16");
    List<String> layers = structure.layers();
    try (Model model = structure.open();
        Capture capture = model.hook(layers).forward(structure.input())) {
      assertClose("scores", capture.output(), structure.logits(), HALF);
      var gradients = capture.gradients(structure.cotangent());
      for (String layer : layers) {
        Tensor activations = capture.activations(layer);
        assertClose(layer, activations, structure.activations(layer), HALF);
        assertClose(layer, gradients.get(layer), structure.gradient(layer), HALF);
        try (Capture resumed = capture.resume(layer, activations)) {
          assertClose("resumed at " + layer, resumed.output(), structure.logits(), HALF);
        }
      }
    }
  }

  @Test
  @DisplayName("are rounded to whole numbers where images are bytes, which have no gradient")
  void bytes() {
    Structure structure = Structure.of("uint8-input");
    float[] between = structure.input().toArray();
    for (int i = 0; i < between.length; i++) {
      between[i] += i % 2 == 0 ? 0.4f : -0.4f;
    }
    Tensor image = Tensor.of(structure.input().shape(), between);
    try (Model model = structure.open();
        Capture capture = model.hook(Layer.INPUT, "conv").forward(image)) {
      assertClose("scores", capture.output(), structure.logits());
      assertThat(capture.activations(Layer.INPUT)).isEqualTo(structure.input());
      assertThatExceptionOfType(UnexplainableLayerException.class)
          .isThrownBy(() -> capture.gradients(structure.cotangent()))
          .satisfies(error -> assertThat(error.layer()).isEqualTo(Layer.INPUT));
    }
  }
}
