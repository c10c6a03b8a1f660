package io.github.gradcam.examples.vgg16.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.examples.vgg16.data.ImagenetteClass;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What each class is shown by")
class ChoicesTest {

  private static final int TENCH = 0;
  private static final int CHURCH = 4;
  private static final int PUMP = 7;

  private final List<PhotoFile> photos = new ArrayList<>();
  private final List<Tensor> logits = new ArrayList<>();

  private PhotoFile photo(String name, int label, int seenAs, float howSurely) {
    PhotoFile photo = new PhotoFile(Path.of(name), name, label);
    float[] scores = new float[ImagenetteClass.ALL.size()];
    scores[seenAs] = howSurely;
    photos.add(photo);
    logits.add(Tensor.of(Shape.of(scores.length), scores));
    return photo;
  }

  private List<Choice> choices(long seed) {
    return Choices.of(photos, Tensor.stack(logits), seed);
  }

  @Test
  @DisplayName("is one that is known and the mistake that is surest, class by class")
  void chosen() {
    photo("a", CHURCH, PUMP, 2);
    PhotoFile surest = photo("b", CHURCH, TENCH, 5);
    photo("c", CHURCH, PUMP, 3);
    PhotoFile known = photo("d", CHURCH, CHURCH, 1);
    PhotoFile tench = photo("e", TENCH, TENCH, 9);

    assertThat(choices(1))
        .containsExactly(
            new Choice(ImagenetteClass.ALL.get(TENCH), Optional.of(tench), Optional.empty()),
            new Choice(ImagenetteClass.ALL.get(CHURCH), Optional.of(known), Optional.of(surest)));
  }

  @Test
  @DisplayName("compares probabilities, not scores: all of them high is not sure")
  void probabilities() {
    PhotoFile sure = photo("sure", CHURCH, PUMP, 4);
    photos.add(new PhotoFile(Path.of("high"), "high", CHURCH));
    float[] high = new float[ImagenetteClass.ALL.size()];
    Arrays.fill(high, 100);
    high[PUMP] = 101;
    logits.add(Tensor.of(Shape.of(high.length), high));

    assertThat(choices(1).get(0).mistake()).contains(sure);
  }

  @Test
  @DisplayName("leaves the photo out where none is known")
  void noneKnown() {
    PhotoFile wrong = photo("a", CHURCH, PUMP, 2);
    assertThat(choices(1))
        .containsExactly(
            new Choice(ImagenetteClass.ALL.get(CHURCH), Optional.empty(), Optional.of(wrong)));
  }

  @Test
  @DisplayName("is drawn by the seed, in whatever order photos come")
  void seeded() {
    for (int i = 0; i < 30; i++) {
      photo("known" + i, CHURCH, CHURCH, i);
    }
    Set<Optional<PhotoFile>> drawn = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      drawn.add(choices(seed).get(0).correct());
    }
    assertThat(drawn).hasSizeGreaterThan(5);

    List<Choice> before = choices(3);
    Collections.reverse(photos);
    Collections.reverse(logits);
    assertThat(choices(3)).isEqualTo(before);
  }

  @Test
  @DisplayName("needs one row a photo, one column a class, and numbers")
  void refused() {
    photo("a", CHURCH, CHURCH, 1);
    photo("b", CHURCH, CHURCH, Float.NaN);
    assertThatThrownBy(() -> choices(1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> Choices.of(photos, Tensor.zeros(Shape.of(2, 1000)), 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("[2, 1000]")
        .hasMessageContaining("[2, 10]");
  }
}
