package io.github.gradcam.tck;

import static io.github.gradcam.tck.FixtureNetwork.REFERENCE;
import static io.github.gradcam.tck.FixtureNetwork.RESIDUAL;
import static io.github.gradcam.tck.TensorAssertions.assertClose;
import static io.github.gradcam.tck.TensorAssertions.assertSameBits;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a vector–Jacobian product is, whatever the numbers. */
interface GradientPromises extends Promises {

  @Test
  @DisplayName("at the input is the slope of the model's own output, by central differences")
  default void slopeAtInput() {
    for (FixtureNetwork network : List.of(REFERENCE, RESIDUAL)) {
      Known known = network.known();
      Tensor image = known.get("inputs").item(0);
      Tensor cotangent = Tensors.only(known.get("cotangent"), 0);
      try (Model model = open(network);
          Capture capture = model.hook(Layer.INPUT).forward(Tensors.repeat(image, 1))) {
        Tensor gradient = Gradients.of(capture, cotangent).at(Layer.INPUT).item(0);
        CentralDifferences.of(model::forward).assertSlope(image, cotangent.item(0), gradient);
      }
    }
  }

  @Test
  @DisplayName("asked for again on one capture is the same, bit by bit")
  default void repeated() {
    Known known = REFERENCE.known();
    String relu4 = path(REFERENCE, "relu4");
    try (Model model = open(REFERENCE);
        Capture capture = model.hook(relu4).forward(known.get("inputs"))) {
      Tensor first = Gradients.of(capture, known.get("cotangent")).at(relu4);
      Tensor between = Gradients.of(capture, known.get("targets")).at(relu4);
      assertThat(between).isNotEqualTo(first);
      for (int call = 0; call < 3; call++) {
        Tensor again = Gradients.of(capture, known.get("cotangent")).at(relu4);
        assertSameBits("gradient of call " + call, again, first);
      }
    }
  }

  @Test
  @DisplayName("is linear in the cotangent")
  default void linear() {
    Known known = REFERENCE.known();
    Tensor t = known.get("targets");
    Tensor u = known.get("cotangent");
    String relu2 = path(REFERENCE, "relu2");
    try (Model model = open(REFERENCE);
        Capture capture = model.hook(relu2).forward(known.get("inputs"))) {
      Tensor together = Gradients.of(capture, Tensors.combine(2, t, -0.5f, u)).at(relu2);
      Tensor ofT = Gradients.of(capture, t).at(relu2);
      Tensor ofU = Gradients.of(capture, u).at(relu2);
      assertClose(
          "gradient of 2t - u/2",
          together,
          Tensors.combine(2, ofT, -0.5f, ofU),
          Tolerance.OTHER_PROGRAM);
    }
  }

  @Test
  @DisplayName("of a cotangent of zeros is zero")
  default void zero() {
    Known known = REFERENCE.known();
    String relu4 = path(REFERENCE, "relu4");
    try (Model model = open(REFERENCE);
        Capture capture = model.hook(relu4).forward(known.get("inputs"))) {
      Tensor gradient = Gradients.of(capture, Tensor.zeros(Shape.of(4, 10))).at(relu4);
      assertThat(Tensors.dot(gradient, gradient)).isZero();
    }
  }

  @Test
  @DisplayName("comes shaped as the activations, for every layer of the network")
  default void shapedAsActivations() {
    for (FixtureNetwork network : FixtureNetwork.values()) {
      try (Model model = open(network);
          Capture capture =
              model.hook(paths(network)).forward(Tensors.random(1, network.input().batch(2)))) {
        Gradients gradients = Gradients.of(capture, Tensors.random(2, capture.output().shape()));
        for (String path : paths(network)) {
          assertThat(gradients.at(path).shape())
              .as("gradient at %s", path)
              .isEqualTo(capture.activations(path).shape());
        }
      }
    }
  }

  @Test
  @DisplayName("does not depend on what is asked of the capture before it")
  default void independentOfOrder() {
    Known known = RESIDUAL.known();
    String bn1 = path(RESIDUAL, "block.bn1");
    try (Model model = open(RESIDUAL);
        Capture atOnce = model.hook(bn1).forward(known.get("inputs"));
        Capture later = model.hook(bn1).forward(known.get("inputs"))) {
      Tensor expected = Gradients.of(atOnce, known.get("cotangent")).at(bn1);
      later.output();
      later.activations(bn1);
      assertSameBits("gradient", Gradients.of(later, known.get("cotangent")).at(bn1), expected);
    }
  }
}
