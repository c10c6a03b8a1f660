package io.github.gradcam.examples.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradcam.Prediction;
import io.github.gradcam.method.CamMethod;
import io.github.gradcam.method.CamMethods;
import io.github.gradcam.model.Layer;
import io.github.gradcam.tensor.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("One network in PyTorch and in TensorFlow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameExplanationTest {

  /** What is seen in a picture begins at 4e-3, one level of 256. */
  private static final float ROUNDING = 1e-5f;

  private BothEngines engines;

  @BeforeAll
  void open() {
    engines = BothEngines.torchFirst();
  }

  @AfterAll
  void close() {
    engines.close();
  }

  static Stream<CamMethod> methods() {
    return CamMethods.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  @DisplayName("has the same map for every photo, at the same layer, with every method")
  void sameMaps(CamMethod method) {
    for (Path photo : Bundled.photos()) {
      BothEngines.Twice twice = engines.explain(photo, method);
      assertThat(twice.torch().provenance().layers()).containsExactly("expand");
      assertThat(twice.tensorFlow().provenance().layers()).containsExactly("expand");
      assertThat(twice.torch().heatmap().isEmpty()).isFalse();
      assertThat(twice.normalizedDifference()).as("%s", photo).isLessThan(ROUNDING);
      assertThat(twice.rawDifference()).as("%s, raw", photo).isLessThan(ROUNDING);
    }
  }

  @Test
  @DisplayName("has the same scores and the same classes in the same order")
  void samePredictions() {
    for (Path photo : Bundled.photos()) {
      BothEngines.Twice twice = engines.explain(photo, CamMethods.gradCam());
      List<Prediction> torch = twice.torch().predictions();
      List<Prediction> tensorFlow = twice.tensorFlow().predictions();
      assertThat(twice.tensorFlow().value())
          .isCloseTo(twice.torch().value(), within((double) ROUNDING));
      assertThat(tensorFlow)
          .extracting(Prediction::classIndex)
          .containsExactlyElementsOf(torch.stream().map(Prediction::classIndex).toList());
      for (int i = 0; i < torch.size(); i++) {
        assertThat(tensorFlow.get(i).probability())
            .isCloseTo(torch.get(i).probability(), within((double) ROUNDING));
      }
    }
  }

  @Test
  @DisplayName("has layers of the same names, but for the sign between their parts")
  void sameLayers() {
    Shape input = Shape.of(3, 160, 160);
    List<String> tensorFlow =
        engines.tensorFlow().layers(input).stream()
            .map(layer -> layer.path().replace('/', '.'))
            .toList();
    assertThat(engines.torch().layers(input)).extracting(Layer::path).isSubsetOf(tensorFlow);
  }
}
