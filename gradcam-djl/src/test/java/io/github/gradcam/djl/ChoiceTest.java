package io.github.gradcam.djl;

import static io.github.gradcam.djl.Structure.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Model;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Where no layer is named")
class ChoiceTest {

  @ParameterizedTest(name = "{0}")
  @DisplayName("the one that a practitioner takes is chosen, whatever the form of the file")
  @CsvSource({
    "class-token-traced, blocks.1.norm1",
    "class-token-scripted, blocks.1.norm1",
    "closing-norm-traced, stages",
    "closing-norm-scripted, stages",
    "windows-traced, blocks",
    "windows-scripted, blocks",
    "score-map-traced, features",
    "score-map-scripted, features",
    "every-place-traced, body",
    "every-place-scripted, body",
    "nested-traced, features",
    "residual-scripted, last"
  })
  void ofModules(String name, String layer) {
    Structure structure = Structure.of(name);
    assertThat(chosen(structure)).isEqualTo(layer);
  }

  @ParameterizedTest(name = "{0}, frozen")
  @DisplayName("in a frozen file it is the operator that computes the same, backwards too")
  @CsvSource({
    "class-token-traced, blocks.1.norm1, layer_norm#3",
    "class-token-scripted, blocks.1.norm1, layer_norm#3",
    "closing-norm-traced, stages, add#2",
    "closing-norm-scripted, stages, add#2",
    "windows-traced, blocks, reshape#8",
    "windows-scripted, blocks, reshape#8",
    "score-map-traced, features, relu",
    "score-map-scripted, features, relu",
    "every-place-traced, body, relu#2",
    "every-place-scripted, body, relu#2"
  })
  void ofOperators(String name, String module, String operator) {
    Structure known = Structure.of(name);
    String file = name.replaceFirst("-(traced|scripted)$", "-frozen-$1");
    Structure frozen = new Structure(known.folder(), file, known.known());
    assertThat(chosen(frozen)).isEqualTo(operator);
    try (Model model = frozen.open();
        Capture capture = model.hook(operator).forward(known.input())) {
      assertClose("output", capture.output(), known.output());
      assertClose(operator, capture.activations(operator), known.of("act", module));
      assertClose(
          "gradient at " + operator,
          capture.gradients(known.cotangent()).get(operator),
          known.of("grad", module));
    }
  }

  private static String chosen(Structure structure) {
    Tensor seed = structure.cotangent().item(0);
    Target target = Target.custom("whatever", output -> seed);
    try (Model model = structure.open()) {
      Explanation explanation = GradCam.of(model).explain(structure.input(), target).get(0).get(0);
      assertThat(explanation.provenance().layersChosenAutomatically()).isTrue();
      return explanation.provenance().layers().get(0);
    }
  }
}
