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

@DisplayName("One network in PyTorch, in TensorFlow and in Deeplearning4j")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameExplanationTest {

  /** What is seen in a picture begins at 4e-3, one level of 256. */
  private static final float ROUNDING = 1e-5f;

  private Engines engines;

  @BeforeAll
  void open() {
    engines = Engines.all();
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
      Explained explained = engines.explain(photo, method);
      assertThat(explained.by().values())
          .allSatisfy(
              explanation -> {
                assertThat(explanation.provenance().layers()).containsExactly("expand");
                assertThat(explanation.heatmap().isEmpty()).isFalse();
              });
      assertThat(explained.normalizedDifference()).as("%s", photo).isLessThan(ROUNDING);
      assertThat(explained.rawDifference()).as("%s, raw", photo).isLessThan(ROUNDING);
    }
  }

  @Test
  @DisplayName("has the same scores and the same classes in the same order")
  void samePredictions() {
    for (Path photo : Bundled.photos()) {
      Explained explained = engines.explain(photo, CamMethods.gradCam());
      double value = explained.in(Engine.TORCH).value();
      List<Prediction> torch = explained.in(Engine.TORCH).predictions();
      assertThat(explained.by().values())
          .allSatisfy(
              explanation -> {
                assertThat(explanation.value()).isCloseTo(value, within((double) ROUNDING));
                List<Prediction> predictions = explanation.predictions();
                assertThat(predictions)
                    .extracting(Prediction::classIndex)
                    .containsExactlyElementsOf(torch.stream().map(Prediction::classIndex).toList());
                for (int i = 0; i < torch.size(); i++) {
                  assertThat(predictions.get(i).probability())
                      .isCloseTo(torch.get(i).probability(), within((double) ROUNDING));
                }
              });
    }
  }

  @Test
  @DisplayName("has layers of the same names, but for the sign between their parts")
  void sameLayers() {
    Shape input = Shape.of(3, 160, 160);
    List<String> tensorFlow =
        engines.model(Engine.TENSORFLOW).layers(input).stream()
            .map(layer -> layer.path().replace('/', '.'))
            .toList();
    assertThat(engines.model(Engine.TORCH).layers(input))
        .extracting(Layer::path)
        .isSubsetOf(tensorFlow);
    // There a module has its rectifier's place, and a network ends before its softmax.
    assertThat(engines.model(Engine.DL4J).layers(input))
        .extracting(layer -> layer.path().replace('/', '.'))
        .isSubsetOf(tensorFlow);
  }

  @Test
  @DisplayName("finds its backend by the file's content")
  void findsItsBackend() {
    engines
        .models()
        .forEach((engine, model) -> assertThat(model.info().backend()).isEqualTo(engine.backend()));
  }
}
