package io.github.gradcam.examples.vgg16.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import org.junit.jupiter.api.Test;

class AnswerTest {

  @Test
  void probabilitiesAreSoftmax() {
    Answer answer = Said.answer("a", 0, 1, 2, 4);

    // scipy.special.softmax([1, 2, 4])
    assertThat(answer.probability(0)).isCloseTo(0.04201006613406605, within(1e-15));
    assertThat(answer.probability(1)).isCloseTo(0.11419519938459449, within(1e-15));
    assertThat(answer.probability(2)).isCloseTo(0.8437947344813395, within(1e-15));
    assertThat(answer.confidence()).isEqualTo(answer.probability(2));
  }

  @Test
  void largeScoresDoNotOverflow() {
    Answer answer = Said.answer("a", 0, 1000, 1001, -1000);

    // scipy.special.softmax([1000, 1001, -1000])
    assertThat(answer.probability(0)).isCloseTo(0.2689414213699951, within(1e-15));
    assertThat(answer.probability(1)).isCloseTo(0.7310585786300049, within(1e-15));
    assertThat(answer.probability(2)).isZero();
  }

  @Test
  void predictsTheHighestAndThenTheNext() {
    assertThat(Said.answer("a", 0, -3, -1, -2).predicted()).isEqualTo(1);
    assertThat(Said.answer("a", 0, -3, -1, -2).runnerUp()).isEqualTo(2);
    assertThat(Said.answer("a", 0, 9, 1, 2).runnerUp()).isEqualTo(2);
    assertThat(Said.answer("a", 0, 1, 2).runnerUp()).isZero();
  }

  @Test
  void ofEqualScoresTheFirstCounts() {
    Answer answer = Said.answer("a", 2, 1, 7, 7, 7);

    assertThat(answer.predicted()).isEqualTo(1);
    assertThat(answer.runnerUp()).isEqualTo(2);
    assertThat(answer.correct()).isFalse();
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> Said.answer("n1/x.JPEG", 0, 1, Float.NaN))
        .isInstanceOf(PredictionsException.class)
        .hasMessageContaining("n1/x.JPEG")
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> Said.answer("x", 0, 1, Float.POSITIVE_INFINITY))
        .isInstanceOf(PredictionsException.class);
  }

  @Test
  void refusesClassesThatDoNotFit() {
    assertThatThrownBy(() -> Said.answer("x", 2, 1, 1))
        .isInstanceOf(PredictionsException.class)
        .hasMessageContaining("is of class 2, but the network has 2 classes");
    assertThatThrownBy(() -> Said.answer("x", 0, 1)).isInstanceOf(PredictionsException.class);
    assertThatThrownBy(() -> new Answer(Said.photo("x", 0), Tensor.zeros(Shape.of(2, 5))))
        .isInstanceOf(PredictionsException.class)
        .hasMessageContaining("shape");
  }
}
