package io.github.gradcam.tf;

import static io.github.gradcam.tf.Structure.assertClose;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Of several outputs, signatures and graphs")
class ChoiceTest {

  @Test
  @DisplayName(
      "the output that looks like scores is taken, or the one named, or the one at a place")
  void outputs() {
    Structure structure = Structure.of("two-outputs");
    try (Model usual = structure.open();
        Model named = structure.open(ModelOptions.builder().output("logits"));
        Model second = structure.open(ModelOptions.builder().output(1));
        Model first = structure.open(ModelOptions.builder().output(0));
        Model features = structure.open(ModelOptions.builder().output("features"))) {
      assertClose("usual", usual.forward(structure.input()), structure.logits());
      assertClose("named", named.forward(structure.input()), structure.logits());
      assertClose("second", second.forward(structure.input()), structure.logits());
      Tensor means = means(structure.activations("conv"));
      assertClose("first", first.forward(structure.input()), means);
      assertClose("features", features.forward(structure.input()), means);
    }
  }

  /** Of each channel over its places. */
  private static Tensor means(Tensor maps) {
    int[] lengths = maps.shape().toArray();
    float[] means = new float[lengths[0] * lengths[1]];
    int places = lengths[2] * lengths[3];
    float[] values = maps.toArray();
    for (int i = 0; i < values.length; i++) {
      means[i / places] += values[i] / places;
    }
    return Tensor.of(Shape.of(lengths[0], lengths[1]), means);
  }

  @Test
  @DisplayName("another signature is named before its output, or apart from it")
  void signatures() {
    Structure structure = Structure.of("two-signatures");
    Structure other = structure.part("other/");
    try (Model named = structure.open(ModelOptions.builder().output("other/output_0"));
        Model chosen =
            TfModels.open(
                structure.file(), SavedModelChoice.signature("other"), ModelOptions.defaults());
        Model both =
            TfModels.open(
                structure.file(),
                SavedModelChoice.signature("other"),
                ModelOptions.builder().output("output_0").build())) {
      check(named, other);
      check(chosen, other);
      check(both, other);
    }
  }

  private static void check(Model model, Structure structure) {
    for (String layer : structure.layers()) {
      try (Capture capture = model.hook(layer).forward(structure.input())) {
        assertClose("scores", capture.output(), structure.logits());
        assertClose(layer, capture.activations(layer), structure.activations(layer));
        assertClose(
            "gradient at " + layer,
            capture.gradients(structure.cotangent()).get(layer),
            structure.gradient(layer));
      }
    }
  }

  @Test
  @DisplayName("the only graph is taken whatever its tags, and so is the one with the tags named")
  void tags() {
    Structure structure = Structure.of("other-tag");
    SavedModelChoice choice = new SavedModelChoice(Set.of("gpu", "infer"), Optional.empty());
    try (Model named = TfModels.open(structure.file(), choice, ModelOptions.defaults())) {
      check(named, structure);
    }
  }

  @Test
  @DisplayName("an output that the others are computed beside needs none of what they need")
  void aside() {
    Structure structure = Structure.of("labels");
    try (Model model = structure.open()) {
      assertClose("scores", model.forward(structure.input()), structure.logits());
    }
  }

  @Test
  @DisplayName("any node of a frozen graph can be the output, with or without its number")
  void nodes() {
    Structure structure = Structure.of("tf1-cond.pb");
    for (String name : new String[] {"net/relu/Relu", "net/relu/Relu:0"}) {
      try (Model model = structure.open(ModelOptions.builder().output(name))) {
        assertClose(name, model.forward(structure.input()), structure.activations("net/relu"));
      }
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("an output that is not there is an error that lists those that are")
  @CsvSource({
    "two-outputs, scores, features (?×6), logits (?×4)",
    "two-signatures, other/scores, in the signature \"other\", signature/output",
    "two-signatures, third/output_0, output_0 (?×4), signatures are: other",
    "labels, label, no scores, logits (?×4)",
    "tf1-cond.pb, logits, no node \"logits\", net/scores/BiasAdd"
  })
  void missing(String name, String output, String said, String instead) {
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> Structure.of(name).open(ModelOptions.builder().output(output)).close())
        .withMessageContaining(name)
        .withMessageContaining(said)
        .withMessageContaining(instead);
  }

  @Test
  @DisplayName("a place behind the last is an error that lists the outputs")
  void missingPlace() {
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(
            () -> Structure.of("two-outputs").open(ModelOptions.builder().output(2)).close())
        .withMessageContaining("\"2\"")
        .withMessageContaining("features (?×6), logits (?×4)");
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(
            () -> Structure.of("tf1-cond.pb").open(ModelOptions.builder().output(1)).close())
        .withMessageContaining("no output 1")
        .withMessageContaining("[net/scores/BiasAdd]");
  }

  @Test
  @DisplayName("a signature or tags that are not there are an error that lists those that are")
  void missingChoice() {
    Structure signatures = Structure.of("two-signatures");
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(
            () ->
                TfModels.open(
                        signatures.file(),
                        SavedModelChoice.signature("serve"),
                        ModelOptions.defaults())
                    .close())
        .withMessageContaining("no signature \"serve\"")
        .withMessageContaining("other, serving_default");
    SavedModelChoice serve = new SavedModelChoice(Set.of("serve"), Optional.empty());
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(
            () ->
                TfModels.open(Structure.of("other-tag").file(), serve, ModelOptions.defaults())
                    .close())
        .withMessageContaining("tags [serve]")
        .withMessageContaining("[gpu, infer]");
  }

  @Test
  @DisplayName("a frozen graph has no signatures and no tags to choose from")
  void frozen() {
    SavedModelChoice choice = SavedModelChoice.signature("serving_default");
    Structure structure = Structure.of("tf1-cond.pb");
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> TfModels.open(structure.file(), choice, ModelOptions.defaults()).close())
        .withMessageContaining("no tags and no signatures");
  }
}
