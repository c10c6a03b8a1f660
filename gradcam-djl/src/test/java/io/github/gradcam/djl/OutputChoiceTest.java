package io.github.gradcam.djl;

import static io.github.gradcam.djl.Structure.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Of several outputs")
class OutputChoiceTest {

  private static Model open(String name, ModelOptions.Builder options) {
    return new DjlBackend().open(Structure.of(name).file(), options.build());
  }

  @ParameterizedTest
  @DisplayName("the one at a place is taken")
  @ValueSource(strings = {"tuple-traced", "tuple-scripted", "list-traced", "list-scripted"})
  void byPlace(String name) {
    Structure structure = Structure.of(name);
    try (Model first = open(name, ModelOptions.builder().output(0));
        Model second = open(name, ModelOptions.builder().output(1))) {
      assertClose("first", first.forward(structure.input()), structure.output());
      assertThat(second.forward(structure.input())).isNotEqualTo(first.forward(structure.input()));
    }
  }

  @ParameterizedTest
  @DisplayName("the one under a name is taken")
  @ValueSource(strings = {"dict-traced", "dict-scripted", "named-tuple-scripted"})
  void byName(String name) {
    Structure structure = Structure.of(name);
    String main = name.startsWith("dict") ? "out" : "logits";
    try (Model named = open(name, ModelOptions.builder().output(main));
        Model other = open(name, ModelOptions.builder().output("aux"))) {
      assertClose(main, named.forward(structure.input()), structure.output());
      assertThat(other.forward(structure.input())).isNotEqualTo(named.forward(structure.input()));
    }
  }

  @ParameterizedTest
  @DisplayName("a key that the dictionary does not have is an error that lists those it has")
  @ValueSource(strings = {"dict-traced", "dict-scripted"})
  void noSuchKey(String name) {
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> open(name, ModelOptions.builder().output("logits")).close())
        .withMessageContaining("\"aux\", \"out\"");
  }

  @ParameterizedTest
  @DisplayName("a name is only a name, whatever is in it: nothing of it becomes code")
  @ValueSource(strings = {"logits", "out\"]\n    evil", "out\\", "ü\u0000'${class}%s"})
  void isOnlyAName(String name) {
    try (Model model = open("outer-scripted", ModelOptions.builder().output(name))) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> model.forward(Structure.of("outer-scripted").input()))
          .withMessageContaining("only under: scores");
    }
  }

  @Test
  @DisplayName("one that is not there is an error that says what there is")
  void missing() {
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> open("tuple-traced", ModelOptions.builder().output(2)).close())
        .withMessageContaining("place 2")
        .withMessageContaining("tuple");
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> open("nested-traced", ModelOptions.builder().output("logits")).close())
        .withMessageContaining("\"logits\"")
        .withMessageContaining("single tensor");
  }
}
