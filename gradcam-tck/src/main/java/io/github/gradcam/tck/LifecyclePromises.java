package io.github.gradcam.tck;

import static io.github.gradcam.tck.FixtureNetwork.CLOSED_FORM;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.gradcam.error.ClosedException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Tensor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Closing twice is fine; using what is closed is an error that says so. */
interface LifecyclePromises extends Promises {

  @Test
  @DisplayName("may be closed again, model and capture")
  default void closedTwice() {
    Model model = open(CLOSED_FORM);
    Capture capture = model.hook(path(CLOSED_FORM, "relu")).forward(ClosedForm.inputs());
    assertThatNoException()
        .isThrownBy(
            () -> {
              capture.close();
              capture.close();
              model.close();
              model.close();
            });
  }

  @Test
  @DisplayName("if a model, runs no images and gives no hooks and no layers")
  default void closedModel() {
    Model model = open(CLOSED_FORM);
    model.close();
    assertClosed(() -> model.forward(ClosedForm.inputs()));
    assertClosed(() -> model.hook(path(CLOSED_FORM, "relu")));
    assertClosed(model::layers);
    assertClosed(() -> model.layers(CLOSED_FORM.input()));
  }

  @Test
  @DisplayName("if a model, makes its hooks useless")
  default void hookOfClosedModel() {
    Model model = open(CLOSED_FORM);
    LayerHook hook = model.hook(path(CLOSED_FORM, "relu"));
    model.close();
    assertClosed(() -> hook.forward(ClosedForm.inputs()).close());
  }

  @Test
  @DisplayName("if a capture, tells nothing any more")
  default void closedCapture() {
    String relu = path(CLOSED_FORM, "relu");
    try (Model model = open(CLOSED_FORM)) {
      Capture capture = model.hook(relu).forward(ClosedForm.inputs());
      Tensor activations = capture.activations(relu);
      capture.close();
      assertClosed(capture::output);
      assertClosed(() -> capture.activations(relu));
      assertClosed(() -> capture.gradients(ClosedFormPromises.COTANGENT));
      assertClosed(() -> capture.resume(relu, activations).close());
    }
  }

  @Test
  @DisplayName("if a capture, leaves the tensors that it gave")
  default void tensorsOutliveCapture() {
    String relu = path(CLOSED_FORM, "relu");
    Tensor output;
    Tensor activations;
    Tensor gradient;
    try (Model model = open(CLOSED_FORM);
        Capture capture = model.hook(relu).forward(ClosedForm.inputs())) {
      output = capture.output();
      activations = capture.activations(relu);
      gradient = Gradients.of(capture, ClosedFormPromises.COTANGENT).at(relu);
    }
    Tensor a = ClosedForm.rectified(ClosedForm.convolution(ClosedForm.inputs()));
    double tolerance = Tolerance.OTHER_PROGRAM;
    TensorAssertions.assertClose("output", output, ClosedForm.scores(a), tolerance);
    TensorAssertions.assertClose("activations", activations, a, tolerance);
    TensorAssertions.assertClose(
        "gradient", gradient, ClosedForm.gradientAtRelu(ClosedFormPromises.COTANGENT), tolerance);
  }

  @Test
  @DisplayName("if one capture, leaves the model and other captures open")
  default void otherCapturesStayOpen() {
    String relu = path(CLOSED_FORM, "relu");
    try (Model model = open(CLOSED_FORM)) {
      LayerHook hook = model.hook(relu);
      try (Capture stays = hook.forward(ClosedForm.inputs())) {
        hook.forward(ClosedForm.inputs()).close();
        TensorAssertions.assertClose(
            "gradient",
            Gradients.of(stays, ClosedFormPromises.COTANGENT).at(relu),
            ClosedForm.gradientAtRelu(ClosedFormPromises.COTANGENT),
            Tolerance.OTHER_PROGRAM);
      }
    }
  }

  private static void assertClosed(ThrowingCallable use) {
    assertThatExceptionOfType(ClosedException.class).isThrownBy(use);
  }
}
