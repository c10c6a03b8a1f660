package io.github.gradcam.examples.vgg16.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {

  private final ConfusionMatrix matrix =
      ConfusionMatrix.of(Said.generated(), List.of("a", "b, c", "d"));

  @Test
  void rowsAreTheTruthAndColumnsWhatWasSaid() {
    // confusion_matrix(truth, pred)
    assertThat(matrix.csv())
        .isEqualTo(
            """
            truth,a,"b, c",d
            a,36,10,13
            "b, c",12,49,12
            d,14,10,44
            """);
    assertThat(matrix.count(0, 2)).isEqualTo(13);
    assertThat(matrix.support(0)).isEqualTo(59);
    assertThat(matrix.predicted(0)).isEqualTo(62);
  }

  @Test
  void eachClassHasPrecisionRecallAndF1() {
    // precision_recall_fscore_support(truth, pred)
    double[][] expected = {
      {0.5806451612903226, 0.6101694915254238, 0.5950413223140496, 59},
      {0.7101449275362319, 0.6712328767123288, 0.6901408450704225, 73},
      {0.6376811594202898, 0.6470588235294118, 0.6423357664233577, 68}
    };

    List<ClassScore> scores = matrix.classScores();

    assertThat(scores).extracting(ClassScore::label).containsExactly("a", "b, c", "d");
    for (int i = 0; i < 3; i++) {
      assertThat(scores.get(i).precision().orElseThrow()).isCloseTo(expected[i][0], within(1e-15));
      assertThat(scores.get(i).recall().orElseThrow()).isCloseTo(expected[i][1], within(1e-15));
      assertThat(scores.get(i).f1().orElseThrow()).isCloseTo(expected[i][2], within(1e-15));
      assertThat(scores.get(i).support()).isEqualTo((int) expected[i][3]);
    }
  }

  @Test
  void whatHasNoPhotosHasNoShare() {
    ClassScore neverSaid = new ClassScore("a", 0, 0, 4);
    ClassScore notThere = new ClassScore("a", 0, 0, 0);

    assertThat(neverSaid.precision()).isEqualTo(OptionalDouble.empty());
    assertThat(neverSaid.recall()).hasValue(0);
    assertThat(neverSaid.f1()).hasValue(0);
    assertThat(notThere.recall()).isEqualTo(OptionalDouble.empty());
    assertThat(notThere.f1()).isEqualTo(OptionalDouble.empty());
  }
}
