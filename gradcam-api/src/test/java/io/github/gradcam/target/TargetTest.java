package io.github.gradcam.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidTargetException;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A target")
class TargetTest {

  private static final List<String> LABELS = List.of("cat", "dog", "bird");
  private static final Tensor OUTPUT = Tensor.of(Shape.of(3), 1, 5, 3);

  private static Score only(Target target) {
    List<Score> scores = target.scores(OUTPUT, LABELS);
    assertThat(scores).hasSize(1);
    return scores.get(0);
  }

  private static Tensor vector(float... values) {
    return Tensor.of(Shape.of(values.length), values);
  }

  @Test
  @DisplayName("by index or by name is that class's score")
  void classes() {
    for (Target target : List.of(Target.ofClass(2), Target.ofClass("bird"))) {
      assertThat(only(target).cotangent()).isEqualTo(vector(0, 0, 1));
      assertThat(only(target).description()).isEqualTo("bird");
      assertThat(only(target).of(OUTPUT)).isEqualTo(3);
    }
  }

  @Test
  @DisplayName("of the predicted class, and of the top k, ranks by score and then by index")
  void ranked() {
    assertThat(only(Target.predicted()).classIndex()).hasValue(1);
    assertThat(Target.top(9).scores(vector(2, 2, 7, -1), List.of()))
        .extracting(Score::description)
        .containsExactly("class 2", "class 0", "class 1", "class 3");
    assertThat(Target.top(2).scores(OUTPUT, LABELS)).hasSize(2);
  }

  @Test
  @DisplayName("made of others adds up their cotangents")
  void composed() {
    assertThat(only(Target.weightedSum(Map.of(0, 2.0, 2, -1.0))).cotangent())
        .isEqualTo(vector(2, 0, -1));
    Score difference = only(Target.difference(Target.ofClass("dog"), Target.ofClass("cat")));
    assertThat(difference.cotangent()).isEqualTo(vector(-1, 1, 0));
    assertThat(difference.of(OUTPUT)).isEqualTo(4);
    assertThat(difference.description()).isEqualTo("dog rather than cat");
    assertThat(only(Target.counterfactual(Target.predicted())).cotangent())
        .isEqualTo(vector(0, -1, 0));
    assertThat(Target.each(Target.ofClass(0), Target.top(2)).scores(OUTPUT, LABELS))
        .extracting(Score::description)
        .containsExactly("cat", "dog", "bird");
  }

  @Test
  @DisplayName("of pixels sums a class over a mask, or over where it is predicted")
  void pixels() {
    Tensor segmentation = Tensor.of(Shape.of(2, 1, 3), 1, 5, 0, 2, 4, 3);
    assertThat(Target.pixels(1).scores(segmentation, List.of()).get(0).cotangent())
        .isEqualTo(Tensor.of(Shape.of(2, 1, 3), 0, 0, 0, 1, 0, 1));
    Tensor mask = Tensor.of(Shape.of(1, 3), 0, 1, 0.5f);
    Score masked = Target.pixels(0, mask).scores(segmentation, List.of()).get(0);
    assertThat(masked.of(segmentation)).isEqualTo(5);
    assertThatThrownBy(() -> Target.pixels(0).scores(Tensor.of(Shape.of(2, 1, 1), 0, 1), LABELS))
        .isInstanceOf(InvalidTargetException.class)
        .hasMessageContaining("No pixel of this image is predicted as cat");
    assertThatThrownBy(() -> Target.pixels(0, vector(1)).scores(segmentation, LABELS))
        .isInstanceOf(InvalidTargetException.class)
        .hasMessageContaining("must be [1, 3]");
    assertThatThrownBy(() -> Target.pixels(0).scores(OUTPUT, LABELS))
        .isInstanceOf(InvalidTargetException.class)
        .hasMessageContaining("[classes, H, W]");
    assertThatThrownBy(() -> Target.predicted().scores(segmentation, LABELS))
        .isInstanceOf(InvalidTargetException.class)
        .hasMessageContaining("Target.pixels(class)");
  }

  @Test
  @DisplayName("of the user's own is the cotangent the user's function gives")
  void custom() {
    Target twice = Target.custom("twice", output -> vector(output.get(0) * 2, 0, 0));
    assertThat(only(twice).cotangent()).isEqualTo(vector(2, 0, 0));
    assertThatThrownBy(() -> only(Target.custom("short", output -> vector(1))))
        .isInstanceOf(InvalidTargetException.class)
        .hasMessageContaining("\"short\" gave a cotangent [1]")
        .hasMessageContaining("[3]");
    assertThatThrownBy(() -> only(Target.custom("nan", output -> vector(Float.NaN, 0, 0))))
        .isInstanceOf(InvalidTargetException.class)
        .hasMessageContaining("not finite");
    assertThatThrownBy(() -> only(Target.custom("none", output -> null)))
        .isInstanceOf(InvalidTargetException.class)
        .hasMessageContaining("null");
  }

  @Test
  @DisplayName("that the output does not have is refused with what there is")
  void refusals() {
    assertThatThrownBy(() -> only(Target.ofClass(3)))
        .isInstanceOf(InvalidTargetException.class)
        .hasMessage("The network has no class 3: it has 3, from 0 to 2.");
    assertThatThrownBy(() -> only(Target.ofClass("dig")))
        .isInstanceOf(InvalidTargetException.class)
        .hasMessage("No class is called \"dig\". Nearest: \"dog\", \"cat\", \"bird\".");
    assertThatThrownBy(() -> Target.ofClass("dog").scores(OUTPUT, List.of()))
        .isInstanceOf(InvalidTargetException.class)
        .hasMessageContaining("no labels were given");
    assertThatThrownBy(() -> Target.ofClass("a").scores(OUTPUT, List.of("a", "a", "b")))
        .isInstanceOf(InvalidTargetException.class)
        .hasMessageContaining("Several classes are called \"a\"");
    assertThatThrownBy(() -> only(Target.weightedSum(Map.of(7, 1.0))))
        .isInstanceOf(InvalidTargetException.class)
        .hasMessageContaining("no class 7");
    assertThatThrownBy(() -> Target.weightedSum(Map.of(0, 1e300)))
        .isInstanceOf(InvalidTargetException.class);
    assertThatThrownBy(() -> Target.weightedSum(Map.of()))
        .isInstanceOf(InvalidTargetException.class);
    assertThatThrownBy(() -> Target.top(0)).isInstanceOf(InvalidTargetException.class);
    assertThatThrownBy(Target::each).isInstanceOf(InvalidTargetException.class);
    assertThatThrownBy(() -> only(Target.counterfactual(Target.top(2))))
        .isInstanceOf(InvalidTargetException.class)
        .hasMessageContaining("means 2");
  }
}
