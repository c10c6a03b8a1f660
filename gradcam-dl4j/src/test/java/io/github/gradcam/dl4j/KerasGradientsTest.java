package io.github.gradcam.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.dl4j.internal.source.KerasFixture;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.trials.Differences;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A network of Keras 2")
class KerasGradientsTest {

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("has the logits, activations and gradients that Keras computes in double precision")
  @CsvSource({
    "lenet, 1e-5",
    "residual, 1e-5",
    "separable, 1e-5",
    "nested, 1e-5",
    "nested-twice, 1e-5",
    "edges, 1e-5",
    "activations, 1e-5",
    "excite, 1e-5",
    "merges, 1e-5",
    // Computes in double precision; what is told is rounded once.
    "double, 1e-7"
  })
  void gradients(String name, double tolerance) {
    KerasFixture fixture = KerasFixture.of(name);
    Tensor logits = fixture.tensor("logits");
    float[] cotangent = new float[logits.shape().size()];
    for (int image = 0; image < logits.shape().length(0); image++) {
      cotangent[image * logits.shape().length(1) + fixture.get("class").getInt(0)] = 1;
    }
    try (Model model = new Dl4jBackend().open(fixture.file(), ModelOptions.defaults());
        Capture capture = model.hook(fixture.layers()).forward(fixture.tensor("input"))) {
      assertThat(Differences.between(capture.output(), logits)).isLessThan(tolerance);

      Map<String, Tensor> gradients = capture.gradients(Tensor.of(logits.shape(), cotangent));

      assertThat(fixture.layers()).isNotEmpty();
      for (String layer : fixture.layers()) {
        assertThat(
                Differences.between(
                    capture.activations(layer), fixture.tensor("activation/" + layer)))
            .as("activations of " + layer)
            .isLessThan(tolerance);
        assertThat(Differences.between(gradients.get(layer), fixture.tensor("gradient/" + layer)))
            .as("gradient of " + layer)
            .isLessThan(tolerance);
      }
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("lists its layers under their names, those within a network after that network's")
  @CsvSource({
    "lenet, 'conv1,pool1,conv2,pool2,dropout,flatten,dense1'",
    "residual, 'conv1,bn1,relu1,conv2,bn2,add,relu2,conv3,concat,pool'",
    "nested, 'rescale,backbone/conv1,backbone/bn,backbone/conv2,pool,dropout'",
    "nested-twice, 'rescale,middle/inner/conv,middle/mixed,middle/add,flatten'"
  })
  void names(String name, String layers) {
    try (Model model =
        new Dl4jBackend().open(KerasFixture.of(name).file(), ModelOptions.defaults())) {
      assertThat(model.layers())
          .extracting(Layer::path)
          .containsExactlyInAnyOrder(layers.split(","));
    }
  }
}
