package io.github.gradcam.tck;

import static io.github.gradcam.tck.FixtureNetwork.CLOSED_FORM;
import static io.github.gradcam.tck.TensorAssertions.assertClose;
import static io.github.gradcam.tck.Tolerance.OTHER_PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Formulas instead of files: {@link ClosedForm} says what must come out. */
interface ClosedFormPromises extends Promises {

  /** Neither a class nor a difference of classes, and another one for each image. */
  Tensor COTANGENT = Tensor.of(Shape.of(2, 3), 1.5f, -0.25f, 2, -1, 0.5f, 0.75f);

  @Test
  @DisplayName("the output is what the formula says")
  default void output() {
    try (Model model = open(CLOSED_FORM)) {
      Tensor activations = ClosedForm.rectified(ClosedForm.convolution(ClosedForm.inputs()));
      assertClose(
          "output",
          model.forward(ClosedForm.inputs()),
          ClosedForm.scores(activations),
          OTHER_PROGRAM);
    }
  }

  @Test
  @DisplayName("the activations of every layer are what the formulas say")
  default void activations() {
    String conv = path(CLOSED_FORM, "conv");
    String relu = path(CLOSED_FORM, "relu");
    String pool = path(CLOSED_FORM, "pool");
    Tensor z = ClosedForm.convolution(ClosedForm.inputs());
    Tensor a = ClosedForm.rectified(z);
    try (Model model = open(CLOSED_FORM);
        Capture capture = model.hook(conv, relu, pool).forward(ClosedForm.inputs())) {
      assertClose("conv", capture.activations(conv), z, OTHER_PROGRAM);
      assertClose("relu", capture.activations(relu), a, OTHER_PROGRAM);
      Tensor pooled = capture.activations(pool);
      // Some formats keep the two axes of length one, others drop them.
      assertClose("pool", pooled.reshape(Shape.of(2, 2)), ClosedForm.pooled(a), OTHER_PROGRAM);
    }
  }

  @Test
  @DisplayName("the gradient of each class at each layer is what the formula says")
  default void gradientsOfClasses() {
    for (int target = 0; target < ClosedForm.CLASSES; target++) {
      assertGradients(Tensors.oneHot(ClosedForm.CLASSES, target, target));
    }
  }

  @Test
  @DisplayName("the gradient of an arbitrary cotangent at each layer is what the formula says")
  default void gradientsOfArbitraryCotangent() {
    assertGradients(COTANGENT);
  }

  @Test
  @DisplayName("the input is a layer: its activations are the images, its gradient the formula's")
  default void inputAsLayer() {
    Tensor images = ClosedForm.inputs();
    Tensor expected = ClosedForm.gradientAtInput(COTANGENT, ClosedForm.convolution(images));
    try (Model model = open(CLOSED_FORM);
        Capture capture = model.hook(Layer.INPUT).forward(images)) {
      assertThat(capture.activations(Layer.INPUT)).isEqualTo(images);
      Tensor gradient = Gradients.of(capture, COTANGENT).at(Layer.INPUT);
      assertClose("gradient at the input", gradient, expected, OTHER_PROGRAM);
    }
  }

  @Test
  @DisplayName("what flows into a layer is addressed by @input and has the gradient behind it")
  default void inputOfLayer() {
    String address = path(CLOSED_FORM, "relu") + "@input";
    Tensor z = ClosedForm.convolution(ClosedForm.inputs());
    Tensor expected = ClosedForm.gradientAtConvolution(COTANGENT, z);
    try (Model model = open(CLOSED_FORM);
        Capture capture = model.hook(address).forward(ClosedForm.inputs())) {
      assertClose(address, capture.activations(address), z, OTHER_PROGRAM);
      Tensor gradient = Gradients.of(capture, COTANGENT).at(address);
      assertClose("gradient at " + address, gradient, expected, OTHER_PROGRAM);
    }
  }

  @Test
  @DisplayName("a class with only negative weights has a Grad-CAM of at most zero, and no NaN")
  default void mapWithoutEvidence() {
    int target = ClosedForm.WITHOUT_EVIDENCE;
    String relu = path(CLOSED_FORM, "relu");
    Tensor cotangent = Tensors.oneHot(ClosedForm.CLASSES, target, target);
    try (Model model = open(CLOSED_FORM);
        Capture capture = model.hook(relu).forward(ClosedForm.inputs())) {
      Tensor gradients = Gradients.of(capture, cotangent).at(relu);
      Tensor map = GradCamArithmetic.map(capture.activations(relu), gradients);
      for (float value : map.toArray()) {
        assertThat(value).isLessThanOrEqualTo(0);
      }
      assertThat(map).isNotEqualTo(Tensor.zeros(map.shape()));
    }
  }

  private void assertGradients(Tensor cotangent) {
    String conv = path(CLOSED_FORM, "conv");
    String relu = path(CLOSED_FORM, "relu");
    Tensor z = ClosedForm.convolution(ClosedForm.inputs());
    try (Model model = open(CLOSED_FORM);
        Capture capture = model.hook(conv, relu).forward(ClosedForm.inputs())) {
      Gradients gradients = Gradients.of(capture, cotangent);
      assertClose(
          "gradient at relu",
          gradients.at(relu),
          ClosedForm.gradientAtRelu(cotangent),
          OTHER_PROGRAM);
      assertClose(
          "gradient at conv",
          gradients.at(conv),
          ClosedForm.gradientAtConvolution(cotangent, z),
          OTHER_PROGRAM);
    }
  }
}
