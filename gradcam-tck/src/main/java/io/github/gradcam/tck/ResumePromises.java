package io.github.gradcam.tck;

import static io.github.gradcam.tck.FixtureNetwork.CLOSED_FORM;
import static io.github.gradcam.tck.FixtureNetwork.REFERENCE;
import static io.github.gradcam.tck.FixtureNetwork.RESIDUAL;
import static io.github.gradcam.tck.TensorAssertions.assertClose;
import static io.github.gradcam.tck.Tolerance.OTHER_PROGRAM;
import static io.github.gradcam.tck.Tolerance.OTHER_WAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.error.UnsupportedOperationInModelException;
import io.github.gradcam.model.Capability;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Running on from a layer with other activations. Where a model lacks the capability, every one of
 * these promises is that it refuses.
 */
interface ResumePromises extends Promises {

  @Test
  @DisplayName("with the activations it had gives the output it had")
  default void identity() {
    for (FixtureNetwork network : List.of(REFERENCE, RESIDUAL)) {
      for (String layer : paths(network)) {
        afterPass(
            network,
            layer,
            network.known().get("inputs"),
            capture -> {
              try (Capture resumed = capture.resume(layer, capture.activations(layer))) {
                assertClose(layer, resumed.output(), capture.output(), OTHER_WAY);
              }
            });
      }
    }
  }

  @Test
  @DisplayName("at the input with other images gives their output")
  default void atInput() {
    Tensor images = REFERENCE.known().get("inputs");
    afterPass(
        REFERENCE,
        Layer.INPUT,
        Tensors.only(images, 0),
        capture -> {
          try (Capture resumed = capture.resume(Layer.INPUT, images)) {
            Tensor expected = REFERENCE.known().get("logits");
            assertClose("scores", resumed.output(), expected, OTHER_PROGRAM);
          }
        });
  }

  @Test
  @DisplayName("with a channel at zero gives what the formula says")
  default void channelOff() {
    Tensor a = ClosedForm.rectified(ClosedForm.convolution(ClosedForm.inputs()));
    String relu = path(CLOSED_FORM, "relu");
    afterPass(
        CLOSED_FORM,
        relu,
        ClosedForm.inputs(),
        capture -> {
          for (int channel = 0; channel < 2; channel++) {
            Tensor without = Tensors.withoutChannel(a, channel);
            try (Capture resumed = capture.resume(relu, without)) {
              assertClose(
                  "scores without channel " + channel,
                  resumed.output(),
                  ClosedForm.scores(without),
                  OTHER_PROGRAM);
            }
          }
        });
  }

  @Test
  @DisplayName("before a ReLU has the gradients of the new activations, not of the old")
  default void gradientsOfNewActivations() {
    Tensor z = ClosedForm.convolution(ClosedForm.inputs());
    // Every sign turned over: the ReLU is open where it was shut.
    Tensor other = Tensors.combine(-1, z, 0, z);
    String conv = path(CLOSED_FORM, "conv");
    afterPass(
        CLOSED_FORM,
        conv,
        ClosedForm.inputs(),
        capture -> {
          try (Capture resumed = capture.resume(conv, other)) {
            Tensor expected = ClosedForm.gradientAtConvolution(ClosedFormPromises.COTANGENT, other);
            Tensor gradient = Gradients.of(resumed, ClosedFormPromises.COTANGENT).at(conv);
            assertClose("gradient", gradient, expected, OTHER_PROGRAM);
          }
        });
  }

  @Test
  @DisplayName("gives the slope of its own output, by central differences")
  default void slope() {
    for (String name : List.of("relu2", "conv4", "relu4")) {
      String layer = path(REFERENCE, name);
      Tensor cotangent = REFERENCE.known().get("cotangent").item(0);
      afterPass(
          REFERENCE,
          layer,
          Tensors.only(REFERENCE.known().get("inputs"), 0),
          capture -> {
            Tensor gradient = Gradients.of(capture, Tensors.repeat(cotangent, 1)).at(layer);
            CentralDifferences.of(batch -> output(capture, layer, batch))
                .assertSlope(capture.activations(layer).item(0), cotangent, gradient.item(0));
          });
    }
  }

  @Test
  @DisplayName("inside a branch takes the other branch from the pass's own input")
  default void insideBranch() {
    Known known = RESIDUAL.known();
    String conv2 = path(RESIDUAL, "block.conv2");
    afterPass(
        RESIDUAL,
        conv2,
        known.get("inputs"),
        capture -> {
          try (Capture resumed = capture.resume(conv2, known.get("resume/act/block.conv2"))) {
            assertClose("scores", resumed.output(), known.get("resume/logits"), OTHER_PROGRAM);
            assertClose(
                "gradient",
                Gradients.of(resumed, known.get("cotangent")).at(conv2),
                known.get("resume/grad/block.conv2"),
                OTHER_PROGRAM);
          }
        });
  }

  @Test
  @DisplayName("takes any number of variations of one image, inside a branch too")
  default void variations() {
    Known known = RESIDUAL.known();
    String conv2 = path(RESIDUAL, "block.conv2");
    afterPass(
        RESIDUAL,
        conv2,
        Tensors.only(known.get("inputs"), 1),
        capture -> {
          Tensor whole = capture.activations(conv2);
          Tensor variations =
              Tensor.stack(
                  Stream.of(0, 1, 2, 3, 1)
                      .map(channel -> Tensors.withoutChannel(whole, channel).item(0))
                      .toList());
          Tensor outputs = output(capture, conv2, variations);
          for (int i = 0; i < 5; i++) {
            Tensor alone = output(capture, conv2, Tensors.only(variations, i));
            assertClose("variation " + i, outputs.item(i), alone.item(0), OTHER_WAY);
          }
          Tensor expected = known.get("resume/logits").item(1);
          assertClose("channel 1 off", outputs.item(1), expected, OTHER_PROGRAM);
        });
  }

  @Test
  @DisplayName("gives a capture of that one layer, with the activations that were put in")
  default void captureOfOneLayer() {
    Known known = REFERENCE.known();
    String conv4 = path(REFERENCE, "conv4");
    String relu4 = path(REFERENCE, "relu4");
    try (Model model = open(REFERENCE);
        Capture capture = model.hook(conv4, relu4).forward(known.get("inputs"))) {
      Tensor other = Tensors.withoutChannel(known.get("act/relu4"), 3);
      if (!model.capabilities().contains(Capability.RESUME)) {
        assertRefused(capture, relu4);
        return;
      }
      try (Capture resumed = capture.resume(relu4, other)) {
        assertThat(resumed.activations(relu4)).isEqualTo(other);
        assertThat(resumed.gradients(known.get("cotangent"))).containsOnlyKeys(relu4);
        assertThatExceptionOfType(UnknownLayerException.class)
            .isThrownBy(() -> resumed.activations(conv4));
      }
    }
  }

  @Test
  @DisplayName("can be done again on what was resumed")
  default void again() {
    Known known = RESIDUAL.known();
    String conv2 = path(RESIDUAL, "block.conv2");
    afterPass(
        RESIDUAL,
        conv2,
        known.get("inputs"),
        capture -> {
          Tensor other = known.get("resume/act/block.conv2");
          try (Capture resumed = capture.resume(conv2, other)) {
            Tensor back = output(resumed, conv2, known.get("act/block.conv2"));
            assertClose("scores", back, known.get("logits"), OTHER_PROGRAM);
          }
        });
  }

  @Test
  @DisplayName("leaves the first capture as it was")
  default void firstCaptureStays() {
    Known known = REFERENCE.known();
    String relu4 = path(REFERENCE, "relu4");
    afterPass(
        REFERENCE,
        relu4,
        known.get("inputs"),
        capture -> {
          Tensor output = capture.output();
          Tensor activations = capture.activations(relu4);
          Tensor gradient = Gradients.of(capture, known.get("cotangent")).at(relu4);
          try (Capture resumed = capture.resume(relu4, Tensors.withoutChannel(activations, 0))) {
            assertThat(resumed.output()).isNotEqualTo(output);
          }
          assertThat(capture.output()).isEqualTo(output);
          assertThat(capture.activations(relu4)).isEqualTo(activations);
          assertThat(Gradients.of(capture, known.get("cotangent")).at(relu4)).isEqualTo(gradient);
        });
  }

  @Test
  @DisplayName("with another shape, another number of images, NaN or infinity is an error")
  default void unusableActivations() {
    String relu4 = path(REFERENCE, "relu4");
    afterPass(
        REFERENCE,
        relu4,
        REFERENCE.known().get("inputs"),
        capture -> {
          Tensor good = capture.activations(relu4);
          for (Tensor bad :
              List.of(
                  Tensor.zeros(Shape.of(4, 31, 8, 8)),
                  Tensor.zeros(Shape.of(4, 32, 8, 9)),
                  Tensor.zeros(Shape.of(32, 8, 8)),
                  Tensor.zeros(Shape.of(3, 32, 8, 8)),
                  Tensor.zeros(Shape.of(0, 32, 8, 8)),
                  Tensors.with(good, 70, Float.NaN),
                  Tensors.with(good, 70, Float.NEGATIVE_INFINITY))) {
            assertThatExceptionOfType(InvalidInputException.class)
                .as("activations of shape %s", bad.shape())
                .isThrownBy(() -> capture.resume(relu4, bad).close());
          }
        });
  }

  @Test
  @DisplayName("at a layer that the hook does not cover is an error")
  default void unhookedLayer() {
    afterPass(
        REFERENCE,
        path(REFERENCE, "relu4"),
        REFERENCE.known().get("inputs"),
        capture ->
            assertThatExceptionOfType(UnknownLayerException.class)
                .isThrownBy(
                    () ->
                        capture
                            .resume(path(REFERENCE, "conv4"), REFERENCE.known().get("act/conv4"))
                            .close()));
  }

  /** Hooks one layer, makes a pass, and goes on if the model can resume; else it must refuse. */
  private void afterPass(
      FixtureNetwork network, String layer, Tensor images, Consumer<Capture> promise) {
    try (Model model = open(network);
        Capture capture = model.hook(layer).forward(images)) {
      if (model.capabilities().contains(Capability.RESUME)) {
        promise.accept(capture);
      } else {
        assertRefused(capture, layer);
      }
    }
  }

  private static void assertRefused(Capture capture, String layer) {
    assertThatExceptionOfType(UnsupportedOperationInModelException.class)
        .isThrownBy(() -> capture.resume(layer, capture.activations(layer)).close());
  }

  private static Tensor output(Capture capture, String layer, Tensor activations) {
    try (Capture resumed = capture.resume(layer, activations)) {
      return resumed.output();
    }
  }
}
