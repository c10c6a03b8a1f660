package io.github.gradcam.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The nearest names")
class NearestNamesTest {

  private static final List<String> LAYERS =
      List.of("layer1", "layer4", "layer4.1.conv2", "features.29", "fc");

  @Test
  @DisplayName("are those that contain the other, then those with the fewest edits")
  void order() {
    assertThat(NearestNames.of("conv2", LAYERS)).first().isEqualTo("layer4.1.conv2");
    assertThat(NearestNames.of("layer5", LAYERS)).startsWith("layer1", "layer4");
    assertThat(NearestNames.of("Features.28", LAYERS)).first().isEqualTo("features.29");
  }

  @Test
  @DisplayName("are offered in the error for an unknown layer")
  void unknownLayer() {
    UnknownLayerException error = new UnknownLayerException("layr4", LAYERS);
    assertThat(error.nearest()).first().isEqualTo("layer4");
    assertThat(error)
        .hasMessageStartingWith("There is no layer \"layr4\" here. Nearest: \"layer4\"");
    assertThat(new UnknownLayerException("x", List.of())).hasMessageContaining("There are none.");
  }
}
