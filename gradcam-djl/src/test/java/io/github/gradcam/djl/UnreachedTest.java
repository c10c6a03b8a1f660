package io.github.gradcam.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.GradCam;
import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A layer from which nothing differentiable leads to the output")
class UnreachedTest {

  private static final Shape IMAGE = Shape.of(2, 6, 6);
  private static final Tensor INPUT = Structure.of("nested-traced").input();

  private static Model open(String name) {
    return new DjlBackend()
        .open(
            Structure.FOLDER.resolve(name + ".pt"),
            ModelOptions.builder().inputShape(IMAGE).build());
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("has no gradient of zeros, but an error that names it")
  @ValueSource(
      strings = {
        "onehot-traced",
        "onehot-scripted",
        "integers-traced",
        "integers-scripted",
        "nograd-scripted",
        "rounded-traced",
        "rounded-scripted",
        "floored-traced",
        "floored-scripted",
        "aside-traced",
        "aside-scripted"
      })
  void hasNoGradient(String name) {
    try (Model model = open(name);
        Capture capture = model.hook("conv").forward(INPUT)) {
      assertThat(capture.output().shape()).isEqualTo(Shape.of(1, 3));
      Tensor cotangent = Tensor.of(Shape.of(1, 3), 1, 2, 3);
      assertThatExceptionOfType(UnexplainableLayerException.class)
          .isThrownBy(() -> capture.gradients(cotangent))
          .withMessageContaining("No gradient leads")
          .satisfies(error -> assertThat(error.layer()).isEqualTo("conv"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("has no map of zeros either, when it is the layer that is chosen by itself")
  @ValueSource(
      strings = {
        "onehot-traced",
        "integers-scripted",
        "nograd-scripted",
        "rounded-scripted",
        "floored-traced",
        "aside-scripted"
      })
  void hasNoMap(String name) {
    try (Model model = open(name)) {
      GradCam cam = GradCam.of(model);
      assertThatExceptionOfType(UnexplainableLayerException.class)
          .isThrownBy(() -> cam.explain(INPUT, List.of(Target.predicted())))
          .satisfies(error -> assertThat(error.layer()).isEqualTo("conv"));
    }
  }
}
