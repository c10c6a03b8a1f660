package io.github.gradcam.examples.vgg16.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A probability in a caption")
class WordingTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "0.991, 99.1 %",
    "0.0304, 3.0 %",
    "1, 100.0 %",
    "0, 0.0 %",
    "0.99951, > 99.9 %",
    "0.9994, 99.9 %",
    "0.00049, < 0.1 %",
    "0.0006, 0.1 %"
  })
  @DisplayName("is never certain, nor nothing, by rounding, and is not torn from its unit")
  void percent(double probability, String expected) {
    assertThat(Wording.percent(probability)).isEqualTo(expected.replace(' ', '\u00a0'));
  }
}
