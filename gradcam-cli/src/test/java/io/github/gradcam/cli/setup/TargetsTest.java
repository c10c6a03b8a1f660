package io.github.gradcam.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidTargetException;
import io.github.gradcam.target.Score;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What is to be explained")
class TargetsTest {

  private static final List<String> LABELS = List.of("cat", "dog", "0", "label:odd");
  private static final Tensor OUTPUT = Tensor.of(Shape.of(4), new float[] {1, 4, 3, 2});

  @Test
  @DisplayName("is the predicted class where nothing was said")
  void predicted() {
    assertThat(explained(List.of(), OptionalInt.empty())).containsExactly(1);
  }

  @Test
  @DisplayName("is every class that was named, then the best ones")
  void all() {
    assertThat(explained(List.of("cat", "3"), OptionalInt.of(2))).containsExactly(0, 3, 1, 2);
    assertThat(explained(List.of(), OptionalInt.of(3))).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "label:0,2", "label:cat,0", "label:label:odd,3"})
  @DisplayName("is an index where it is a number, and a label after label:")
  void numbersAndLabels(String written, int index) {
    assertThat(explained(List.of(written), OptionalInt.empty())).containsExactly(index);
  }

  @ParameterizedTest
  @CsvSource({"dot,Nearest: \"dog\"", "-1,counted from 0", "99999999999,counted from 0"})
  @DisplayName("is refused where there is no such class")
  void refused(String written, String expected) {
    assertThatThrownBy(() -> Targets.of(List.of(written), OptionalInt.empty(), LABELS))
        .isInstanceOf(InvalidTargetException.class)
        .hasMessageContaining(expected);
  }

  @Test
  @DisplayName(
      "is refused by name where nothing names the classes, and where it is none of the best")
  void withoutLabels() {
    assertThatThrownBy(() -> Targets.of(List.of("cat"), OptionalInt.empty(), List.of()))
        .isInstanceOf(InvalidTargetException.class)
        .hasMessageContaining("--labels");
    assertThatThrownBy(() -> Targets.of(List.of(), OptionalInt.of(0), LABELS))
        .isInstanceOf(InvalidTargetException.class);
  }

  private static List<Integer> explained(List<String> classes, OptionalInt top) {
    return Targets.of(classes, top, LABELS).scores(OUTPUT, LABELS).stream()
        .map(Score::classIndex)
        .map(OptionalInt::orElseThrow)
        .toList();
  }
}
