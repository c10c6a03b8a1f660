package io.github.gradcam.examples.vgg16.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {

  @Test
  void distancesAreAbsolute() {
    Agreement agreement =
        agreement(
            List.of(Said.answer("a", 0, 1, 2, 4), Said.answer("b", 0, 0, 0, 0)),
            List.of(Said.answer("a", 0, 1.5f, 2, 4), Said.answer("b", 0, 0, 0, -0.25f)));

    assertThat(agreement.photos()).isEqualTo(2);
    assertThat(agreement.logits()).isEqualTo(new Agreement.Distance(0.5, 0.75 / 6));
    // d = abs(softmax([[1, 2, 4], [0, 0, 0]], 1) - softmax([[1.5, 2, 4], [0, 0, -.25]], 1))
    // d.max(), d.mean()
    assertThat(agreement.probabilities().maximum()).isCloseTo(0.05306826797999864, within(1e-15));
    assertThat(agreement.probabilities().mean()).isCloseTo(0.026161186692795175, within(1e-15));
    assertThat(agreement.agrees()).isTrue();
  }

  @Test
  void aDifferenceWhereScoresAllButTieIsATie() {
    Agreement agreement =
        agreement(
            List.of(Said.answer("a", 0, 0.5f, 0.5005f), Said.answer("b", 0, 3, 2)),
            List.of(Said.answer("a", 0, 0.6f, 0.5f), Said.answer("b", 0, 2, 3)));

    assertThat(agreement.differences()).extracting(Difference::tie).containsExactly(true, false);
    assertThat(agreement.ties()).isEqualTo(1);
    assertThat(agreement.agrees()).isFalse();
  }

  @Test
  void eitherEngineMayTie() {
    Difference difference =
        new Difference(Said.answer("a", 0, 3, 2), Said.answer("a", 0, 2.9999f, 3));

    assertThat(difference.tie()).isTrue();
  }

  @Test
  void largeScoresMayLieFurtherApart() {
    // 1e-3 of 100 is 0.1; and the runner-up tells, not just any other class.
    assertThat(new Difference(Said.answer("a", 0, 0, 100, 99.95f), far()).tie()).isTrue();
    assertThat(new Difference(Said.answer("a", 0, 0, 100, 99.8f), far()).tie()).isFalse();
    // Below 1 it is 1e-3 as it stands.
    assertThat(new Difference(Said.answer("a", 0, 0.01f, 0.0105f, 0), far()).tie()).isTrue();
    assertThat(new Difference(Said.answer("a", 0, 0.01f, 0.012f, 0), far()).tie()).isFalse();
  }

  @Test
  void onlyTheSamePhotosAreCompared() {
    assertThatThrownBy(
            () -> agreement(List.of(Said.answer("a", 0, 1, 2)), List.of(Said.answer("b", 0, 1, 2))))
        .isInstanceOf(PredictionsException.class)
        .hasMessageContaining("one and other did not look at the same photos");
    assertThatThrownBy(() -> agreement(List.of(), List.of()))
        .isInstanceOf(PredictionsException.class);
  }

  private static Answer far() {
    return Said.answer("a", 0, 9, 1, 1);
  }

  private static Agreement agreement(List<Answer> one, List<Answer> other) {
    return Agreement.of(new Predictions("one", one), new Predictions("other", other));
  }
}
