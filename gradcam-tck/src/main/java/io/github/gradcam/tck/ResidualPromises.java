package io.github.gradcam.tck;

import static io.github.gradcam.tck.FixtureNetwork.RESIDUAL;
import static io.github.gradcam.tck.TensorAssertions.assertClose;
import static io.github.gradcam.tck.TensorAssertions.assertSameBits;
import static io.github.gradcam.tck.Tolerance.OTHER_PROGRAM;

import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Batch norm, dropout, branches, operations in place, and a layer that is called twice. */
interface ResidualPromises extends Promises {

  @Test
  @DisplayName("the network runs in evaluation mode, however it was saved")
  default void evaluationMode() {
    Known known = RESIDUAL.known();
    try (Model model = open(RESIDUAL)) {
      Tensor first = model.forward(known.get("inputs"));
      assertClose("scores", first, known.get("logits"), OTHER_PROGRAM);
      assertSameBits("scores of a second pass", model.forward(known.get("inputs")), first);
    }
  }

  @Test
  @DisplayName("activations are those before a later operation overwrites them in place")
  default void activationsBeforeOperationsInPlace() {
    // A ReLU in place follows bn and block.bn1; an addition in place follows block.bn2.
    assertLayers("bn", "block.bn1", "block.bn2");
  }

  @Test
  @DisplayName("layers in front of the branches collect the gradients of both")
  default void inFrontOfBranches() {
    assertLayers("stem", "bn", "relu");
  }

  @Test
  @DisplayName("layers inside a branch have the gradients of that branch")
  default void insideBranch() {
    assertLayers("block.conv1", "block.conv2", "block.bn2");
  }

  @Test
  @DisplayName("a layer that is called twice has activations and gradients for each call")
  default void calledTwice() {
    assertLayers("block.relu", "block.relu#2");
  }

  @Test
  @DisplayName("a pooling layer, one number a channel, has activations and gradients")
  default void pooled() {
    Known known = RESIDUAL.known();
    String pool = path(RESIDUAL, "pool");
    try (Model model = open(RESIDUAL);
        Capture capture = model.hook(pool).forward(known.get("inputs"))) {
      Tensor activations = capture.activations(pool);
      Tensor gradients = Gradients.of(capture, known.get("cotangent")).at(pool);
      // Some formats keep the two axes of length one, others drop them.
      Tensor expected = known.get("act/pool").reshape(activations.shape());
      assertClose(pool, activations, expected, OTHER_PROGRAM);
      expected = known.get("grad/pool").reshape(activations.shape());
      assertClose("gradient at " + pool, gradients, expected, OTHER_PROGRAM);
    }
  }

  @Test
  @DisplayName("what flows into a layer has the gradient through that layer alone")
  default void inputOfLayerInBranch() {
    Known known = RESIDUAL.known();
    String address = path(RESIDUAL, "block.conv1") + "@input";
    try (Model model = open(RESIDUAL);
        Capture capture = model.hook(address).forward(known.get("inputs"))) {
      assertClose(
          address, capture.activations(address), known.get("act/block.conv1@input"), OTHER_PROGRAM);
      assertClose(
          "gradient at " + address,
          Gradients.of(capture, known.get("cotangent")).at(address),
          known.get("grad/block.conv1@input"),
          OTHER_PROGRAM);
    }
  }

  private void assertLayers(String... layers) {
    Known known = RESIDUAL.known();
    for (String layer : List.of(layers)) {
      String path = path(RESIDUAL, layer);
      try (Model model = open(RESIDUAL);
          Capture capture = model.hook(path).forward(known.get("inputs"))) {
        assertClose(path, capture.activations(path), known.get("act/" + layer), OTHER_PROGRAM);
        assertClose(
            "gradient at " + path,
            Gradients.of(capture, known.get("cotangent")).at(path),
            known.get("grad/" + layer),
            OTHER_PROGRAM);
        // Asking for the gradients must not have disturbed what was captured.
        assertClose(path, capture.activations(path), known.get("act/" + layer), OTHER_PROGRAM);
      }
    }
  }
}
