package io.github.gradcam.tck;

import static io.github.gradcam.tck.FixtureNetwork.CLOSED_FORM;
import static io.github.gradcam.tck.FixtureNetwork.REFERENCE;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever is put in, what comes out is right or a typed error, never a wrong number. */
interface InputPromises extends Promises {

  @Test
  @DisplayName("is a batch with another number of channels")
  default void channels() {
    assertRejected(REFERENCE, Tensor.zeros(Shape.of(1, 1, 32, 32)));
    assertRejected(REFERENCE, Tensor.zeros(Shape.of(1, 4, 32, 32)));
  }

  @Test
  @DisplayName("is a batch of a size that the network cannot take")
  default void size() {
    assertRejected(REFERENCE, Tensor.zeros(Shape.of(1, 3, 64, 32)));
    assertRejected(REFERENCE, Tensor.zeros(Shape.of(1, 3, 4, 4)));
    assertRejected(REFERENCE, Tensor.zeros(Shape.of(1, 3, 32, 0)));
  }

  @Test
  @DisplayName("is an image without the axis of the batch, or with an axis too many")
  default void rank() {
    assertRejected(CLOSED_FORM, Tensor.zeros(Shape.of(2, 4, 8)));
    assertRejected(CLOSED_FORM, Tensor.zeros(Shape.of(1, 1, 2, 4, 8)));
    assertRejected(CLOSED_FORM, Tensor.zeros(Shape.of()));
  }

  @Test
  @DisplayName("is an empty batch")
  default void emptyBatch() {
    assertRejected(CLOSED_FORM, Tensor.zeros(CLOSED_FORM.input().batch(0)));
  }

  @Test
  @DisplayName("is NaN in an image")
  default void notANumber() {
    assertRejected(CLOSED_FORM, Tensors.with(ClosedForm.inputs(), 100, Float.NaN));
  }

  @Test
  @DisplayName("is infinity in an image")
  default void infinity() {
    assertRejected(CLOSED_FORM, Tensors.with(ClosedForm.inputs(), 0, Float.POSITIVE_INFINITY));
    assertRejected(CLOSED_FORM, Tensors.with(ClosedForm.inputs(), 0, Float.NEGATIVE_INFINITY));
  }

  @Test
  @DisplayName("is a cotangent of another shape than the output")
  default void shapeOfCotangent() {
    assertCotangentRejected(Tensor.zeros(Shape.of(3)));
    assertCotangentRejected(Tensor.zeros(Shape.of(1, 3)));
    assertCotangentRejected(Tensor.zeros(Shape.of(3, 2)));
    assertCotangentRejected(Tensor.zeros(Shape.of(2, 4)));
    assertCotangentRejected(Tensor.zeros(Shape.of(2, 3, 1)));
    assertCotangentRejected(Tensor.zeros(Shape.of()));
  }

  @Test
  @DisplayName("is a cotangent with NaN or infinity")
  default void cotangentNotFinite() {
    assertCotangentRejected(Tensors.with(ClosedFormPromises.COTANGENT, 4, Float.NaN));
    assertCotangentRejected(Tensors.with(ClosedFormPromises.COTANGENT, 4, Float.POSITIVE_INFINITY));
  }

  @Test
  @DisplayName("is a layer that the capture does not cover, known to the model or not")
  default void layerOfCapture() {
    String relu = path(CLOSED_FORM, "relu");
    try (Model model = open(CLOSED_FORM);
        Capture capture = model.hook(relu).forward(ClosedForm.inputs())) {
      for (String other : new String[] {"no.such.layer", path(CLOSED_FORM, "conv")}) {
        assertThatExceptionOfType(UnknownLayerException.class)
            .isThrownBy(() -> capture.activations(other))
            .withMessageContaining(other);
      }
    }
  }

  private void assertRejected(FixtureNetwork network, Tensor batch) {
    try (Model model = open(network)) {
      assertThatExceptionOfType(InvalidInputException.class)
          .as("plain pass of %s", batch)
          .isThrownBy(() -> model.forward(batch));
      assertThatExceptionOfType(InvalidInputException.class)
          .as("hooked pass of %s", batch)
          .isThrownBy(() -> model.hook(path(network, network.layers().get(1))).forward(batch));
    }
  }

  private void assertCotangentRejected(Tensor cotangent) {
    try (Model model = open(CLOSED_FORM);
        Capture capture = model.hook(path(CLOSED_FORM, "relu")).forward(ClosedForm.inputs())) {
      assertThatExceptionOfType(InvalidInputException.class)
          .as("cotangent of %s", cotangent)
          .isThrownBy(() -> capture.gradients(cotangent));
      Tensor right = Tensors.random(1, capture.output().shape());
      assertThatExceptionOfType(InvalidInputException.class)
          .as("cotangent of %s beside a right one", cotangent)
          .isThrownBy(() -> capture.gradients(List.of(right, cotangent)));
    }
  }
}
