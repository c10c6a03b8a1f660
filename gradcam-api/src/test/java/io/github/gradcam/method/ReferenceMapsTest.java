package io.github.gradcam.method;

import static io.github.gradcam.Differences.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every method's raw map")
class ReferenceMapsTest {

  static Stream<Arguments> peers() {
    return Peers.at("relu4", "conv4", "relu2");
  }

  @ParameterizedTest(name = "of {0} at {2} equals the reference to 1e-5 of its maximum")
  @MethodSource("peers")
  void equalsTheReference(String name, CamMethod method, String layer) {
    Tensor expected = Peers.REFERENCE.get("cam_raw/" + name + "/" + layer);
    for (int image = 0; image < 4; image++) {
      assertClose(method.map(Peers.evidence(layer, image)), expected.item(image), 1e-5);
    }
  }

  @ParameterizedTest(
      name = "of the paper''s XGrad-CAM at {0} equals the peer''s, whose epsilon is small")
  @MethodSource("layers")
  void xGradCamOfThePaper(String layer) {
    Tensor expected = Peers.REFERENCE.get("cam_raw/XGradCAM/" + layer);
    for (int image = 0; image < 4; image++) {
      assertClose(
          CamMethods.xGradCam().map(Peers.evidence(layer, image)), expected.item(image), 1e-5);
    }
  }

  static List<String> layers() {
    return List.of("relu4", "relu2");
  }

  @ParameterizedTest(name = "of the paper''s Grad-CAM++ at {0} follows the formula, literally")
  @MethodSource("layers")
  void gradCamPlusPlusOfThePaper(String layer) {
    for (int image = 0; image < 4; image++) {
      Evidence evidence = Peers.evidence(layer, image);
      assertClose(
          CamMethods.gradCamPlusPlus().map(evidence), literalGradCamPlusPlus(evidence), 1e-6);
    }
  }

  @Test
  @DisplayName("of the paper's Grad-CAM++ does not depend on the gradients' scale, the peer's does")
  void gradCamPlusPlusHasNoEpsilon() {
    RecordedEvidence tiny =
        new RecordedEvidence("x", ones(), Tensor.of(Shape.of(1, 1, 2), 1e-20f, 1e-20f));
    // α = 1/(2 + ΣA·g) ≈ 1/2 for each of two cells.
    assertClose(
        CamMethods.gradCamPlusPlus().map(tiny), Tensor.of(Shape.of(1, 2), 1e-20f, 1e-20f), 1e-6);
    assertThat(CamMethods.pytorchGradCamPlusPlus().map(tiny).get(0, 0)).isLessThan(1e-30f);
  }

  @Test
  @DisplayName("of XGrad-CAM gives a channel without activations no weight")
  void xGradCamWithoutActivations() {
    RecordedEvidence silent =
        new RecordedEvidence("x", Tensor.of(Shape.of(1, 1, 2), 1, -1), ones());
    assertThat(CamMethods.xGradCam().map(silent)).isEqualTo(Tensor.zeros(Shape.of(1, 2)));
  }

  private static Tensor ones() {
    return Tensor.of(Shape.of(1, 1, 2), 1, 1);
  }

  /** Chattopadhyay et al. 2018, equations (19) and (8), in double precision, loop by loop. */
  private static Tensor literalGradCamPlusPlus(Evidence evidence) {
    Shape shape = evidence.activations().shape();
    float[] map = new float[shape.item().size()];
    double[] sums = new double[map.length];
    for (int c = 0; c < shape.length(0); c++) {
      float[] a = evidence.activations().item(c).toArray();
      float[] g = evidence.gradients().item(c).toArray();
      double total = 0;
      for (float value : a) {
        total += value;
      }
      double weight = 0;
      for (float value : g) {
        double square = Math.pow(value, 2);
        double denominator = 2 * square + total * Math.pow(value, 3);
        weight += denominator == 0 ? 0 : square / denominator * Math.max(value, 0);
      }
      for (int i = 0; i < map.length; i++) {
        sums[i] += weight * a[i];
      }
    }
    for (int i = 0; i < map.length; i++) {
      map[i] = (float) sums[i];
    }
    return Tensor.of(shape.item(), map);
  }
}
