package io.github.gradcam.tck;

import static io.github.gradcam.tck.FixtureNetwork.REFERENCE;
import static io.github.gradcam.tck.TensorAssertions.assertClose;
import static io.github.gradcam.tck.Tolerance.OTHER_PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Values that PyTorch computed; {@code tools/reference} makes them again. */
interface ReferencePromises extends Promises {

  @Test
  @DisplayName("a plain forward pass gives the scores")
  default void scores() {
    Known known = REFERENCE.known();
    try (Model model = open(REFERENCE)) {
      assertClose("scores", model.forward(known.get("inputs")), known.get("logits"), OTHER_PROGRAM);
    }
  }

  @Test
  @DisplayName("a hooked forward pass gives the same scores")
  default void scoresOfCapture() {
    Known known = REFERENCE.known();
    try (Model model = open(REFERENCE);
        Capture capture = model.hook(path(REFERENCE, "relu4")).forward(known.get("inputs"))) {
      assertClose("scores", capture.output(), known.get("logits"), OTHER_PROGRAM);
      assertClose(
          "scores with and without a hook",
          capture.output(),
          model.forward(known.get("inputs")),
          Tolerance.OTHER_WAY);
    }
  }

  @Test
  @DisplayName("activations before and after a ReLU, shallow and deep, are right")
  default void activations() {
    Known known = REFERENCE.known();
    for (String layer : List.of("relu2", "relu3", "conv4", "relu4")) {
      String path = path(REFERENCE, layer);
      try (Model model = open(REFERENCE);
          Capture capture = model.hook(path).forward(known.get("inputs"))) {
        assertClose(path, capture.activations(path), known.get("act/" + layer), OTHER_PROGRAM);
      }
    }
  }

  @Test
  @DisplayName("gradients of one class an image, another for each, are right")
  default void gradientsOfTargets() {
    assertGradients("targets", "target-grad/", List.of("relu2", "relu3", "conv4", "relu4"));
  }

  @Test
  @DisplayName("gradients of an arbitrary cotangent are right")
  default void gradientsOfArbitraryCotangent() {
    assertGradients("cotangent", "grad/", List.of("conv4", "relu4"));
  }

  @Test
  @DisplayName("gradients at the input are right")
  default void gradientsAtInput() {
    Known known = REFERENCE.known();
    try (Model model = open(REFERENCE);
        Capture capture = model.hook(Layer.INPUT).forward(known.get("inputs"))) {
      assertClose(
          "gradient of one class an image",
          Gradients.of(capture, known.get("targets")).at(Layer.INPUT),
          known.get("target-grad/@input"),
          OTHER_PROGRAM);
      assertClose(
          "gradient of a cotangent",
          Gradients.of(capture, known.get("cotangent")).at(Layer.INPUT),
          known.get("grad/@input"),
          OTHER_PROGRAM);
    }
  }

  @Test
  @DisplayName("a layer without spatial axes has activations and gradients like any other")
  default void withoutSpatialAxes() {
    Known known = REFERENCE.known();
    String fc = path(REFERENCE, "fc");
    try (Model model = open(REFERENCE);
        Capture capture = model.hook(fc).forward(known.get("inputs"))) {
      assertClose(fc, capture.activations(fc), known.get("act/fc"), OTHER_PROGRAM);
      // It is the last layer: the cotangent itself arrives.
      assertClose(
          "gradient at " + fc,
          Gradients.of(capture, known.get("cotangent")).at(fc),
          known.get("grad/fc"),
          OTHER_PROGRAM);
    }
  }

  @Test
  @DisplayName("pairs of image and class without evidence give maps of at most zero everywhere")
  default void emptyMaps() {
    Known known = REFERENCE.known();
    Tensor pairs = known.get("empty-maps");
    String relu4 = path(REFERENCE, "relu4");
    assertThat(pairs.shape()).isEqualTo(Shape.of(5, 2));
    try (Model model = open(REFERENCE)) {
      for (int pair = 0; pair < pairs.shape().length(0); pair++) {
        Tensor image = Tensors.only(known.get("inputs"), (int) pairs.get(pair, 0));
        int target = (int) pairs.get(pair, 1);
        try (Capture capture = model.hook(relu4).forward(image)) {
          Tensor gradients = Gradients.of(capture, Tensors.oneHot(10, target)).at(relu4);
          Tensor map = GradCamArithmetic.map(capture.activations(relu4), gradients);
          for (float value : map.toArray()) {
            assertThat(value).as("map of pair %d", pair).isLessThanOrEqualTo(0);
          }
        }
      }
    }
  }

  private void assertGradients(String cotangent, String prefix, List<String> layers) {
    Known known = REFERENCE.known();
    for (String layer : layers) {
      String path = path(REFERENCE, layer);
      try (Model model = open(REFERENCE);
          Capture capture = model.hook(path).forward(known.get("inputs"))) {
        assertClose(
            "gradient at " + path,
            Gradients.of(capture, known.get(cotangent)).at(path),
            known.get(prefix + layer),
            OTHER_PROGRAM);
      }
    }
  }
}
