package io.github.gradcam;

import static io.github.gradcam.Differences.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.method.CamMethod;
import io.github.gradcam.method.CamMethods;
import io.github.gradcam.method.Peers;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The final heatmap, scaled as pytorch-grad-cam does,")
class ReferenceHeatmapsTest {

  static Stream<Arguments> peers() {
    return Peers.at("relu4", "conv4", "relu2", "relu2+relu3+relu4");
  }

  private static Heatmap heatmap(
      CamMethod method, String layers, int image, Normalization normalization) {
    List<Tensor> raw = new ArrayList<>();
    for (String layer : layers.split("\\+")) {
      raw.add(method.map(Peers.evidence(layer, image)));
    }
    return new MapScaling(normalization, Fusion.MEAN)
        .heatmap(raw, Shape.of(32, 32), Optional.empty());
  }

  @ParameterizedTest(name = "of {0} at {2} equals the reference to 1e-4")
  @MethodSource("peers")
  void equalsTheReference(String name, CamMethod method, String layers) {
    Tensor expected = Peers.REFERENCE.get("cam/" + name + "/" + layers);
    for (int image = 0; image < 4; image++) {
      Heatmap heatmap = heatmap(method, layers, image, Normalization.PYTORCH_GRAD_CAM);
      assertClose(heatmap.normalized(), expected.item(image), 1e-4);
    }
  }

  @Test
  @DisplayName("of image 2 is zero everywhere, here and by the maximum, and flagged empty")
  void emptyImage() {
    for (Normalization normalization : Normalization.values()) {
      Heatmap heatmap = heatmap(CamMethods.gradCam(), "relu4", 2, normalization);
      assertThat(heatmap.normalized()).isEqualTo(Tensor.zeros(Shape.of(32, 32)));
      assertThat(heatmap.isEmpty()).isTrue();
    }
  }
}
