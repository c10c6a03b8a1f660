package io.github.gradcam.examples.vgg16.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final TrainingAccuracy TRAINING =
      new TrainingAccuracy(new Accuracy(9, 10), new Accuracy(4, 5));

  @Test
  void whatIsNewToVgg16IsCountedApart() {
    EngineScores scores =
        Evaluation.of(TRAINING, List.of(Said.imagenette("PyTorch"))).scores().get(0);

    assertThat(scores.test()).isEqualTo(new Accuracy(59, 60));
    assertThat(scores.topTwo()).isEqualTo(new Accuracy(60, 60));
    assertThat(scores.newToVgg16()).contains(new Accuracy(20, 20));
    assertThat(scores.seenByVgg16()).contains(new Accuracy(39, 40));
  }

  @Test
  void aPartWithoutPhotosHasNoAccuracy() {
    Predictions seen = Said.imagenette("PyTorch").where(photo -> !photo.newToVgg16());

    assertThat(Evaluation.of(TRAINING, List.of(seen)).scores().get(0).newToVgg16()).isEmpty();
  }

  @Test
  void everyTwoEnginesAreCompared() {
    Predictions third = new Predictions("Deeplearning4j", otherwise());

    Evaluation evaluation =
        Evaluation.of(
            TRAINING, List.of(Said.imagenette("PyTorch"), Said.imagenette("TensorFlow"), third));

    assertThat(evaluation.agreements())
        .extracting(pair -> pair.first() + ", " + pair.second() + ": " + pair.differences().size())
        .containsExactly(
            "PyTorch, TensorFlow: 0",
            "PyTorch, Deeplearning4j: 1",
            "TensorFlow, Deeplearning4j: 1");
    assertThat(evaluation.enginesAgree()).isFalse();
    assertThat(
            Evaluation.of(
                    TRAINING, List.of(Said.imagenette("PyTorch"), Said.imagenette("TensorFlow")))
                .enginesAgree())
        .isTrue();
  }

  @Test
  void atMostTwentyMistakesAreShownTheMostConfidentFirst() {
    List<Answer> wrong = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      float[] logits = new float[10];
      logits[1] = 1 + i;
      wrong.add(Said.answer("photo" + i, 0, logits));
    }

    List<Answer> mistakes =
        Evaluation.of(TRAINING, List.of(new Predictions("PyTorch", wrong))).mistakes();

    assertThat(mistakes).hasSize(20);
    assertThat(mistakes.get(0)).isEqualTo(wrong.get(24));
    assertThat(mistakes.get(19)).isEqualTo(wrong.get(5));
  }

  @Test
  void thereMustBeTenScoresAPhoto() {
    assertThatThrownBy(() -> Evaluation.of(TRAINING, List.of(Said.generated())))
        .isInstanceOf(PredictionsException.class)
        .hasMessageContaining("PyTorch gave 3 scores for photo0, but there are 10 classes");
  }

  @Test
  void thereMustBePhotos() {
    assertThatThrownBy(() -> Evaluation.of(TRAINING, List.of()))
        .isInstanceOf(PredictionsException.class);
    assertThatThrownBy(
            () -> Evaluation.of(TRAINING, List.of(new Predictions("PyTorch", List.of()))))
        .isInstanceOf(PredictionsException.class);
  }

  /** The same but for one photo, which is clearly taken for another thing. */
  private static List<Answer> otherwise() {
    List<Answer> answers = new ArrayList<>(Said.imagenette("x").answers());
    Answer answer = answers.get(7);
    float[] logits = answer.logits().toArray();
    logits[0] = 9;
    answers.set(7, Said.answer(answer.photo().name(), answer.photo().label(), logits));
    return answers;
  }
}
