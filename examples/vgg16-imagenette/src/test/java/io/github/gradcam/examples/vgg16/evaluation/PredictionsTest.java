package io.github.gradcam.examples.vgg16.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionsTest {

  @Test
  void countsWhatIsRightAndWhatIsAmongTwo() {
    // accuracy_score(truth, pred, normalize=False)
    assertThat(Said.generated().accuracy()).isEqualTo(new Accuracy(129, 200));
    // top_k_accuracy_score(truth, p, k=2, normalize=False)
    assertThat(Said.generated().topTwo()).isEqualTo(new Accuracy(182, 200));
  }

  @Test
  void mistakesBeginWithTheMostConfident() {
    List<Answer> mistakes = Said.generated().mistakes();

    // [i for i in np.argsort(-np.where(pred != truth, conf, -1)) if pred[i] != truth[i]][:5]
    assertThat(mistakes).hasSize(71);
    assertThat(mistakes.stream().limit(5).map(answer -> answer.photo().name()))
        .containsExactly("photo152", "photo147", "photo155", "photo47", "photo10");
    assertThat(mistakes.get(0).confidence()).isCloseTo(0.8934208842180226, within(1e-12));
    assertThat(mistakes.get(4).confidence()).isCloseTo(0.8694607467406784, within(1e-12));
  }

  @Test
  void rowsBelongToPhotosInOrder() {
    List<PhotoFile> photos = List.of(Said.photo("a", 0), Said.photo("b", 1));

    Predictions predictions =
        Predictions.of("PyTorch", photos, Tensor.of(Shape.of(2, 3), 1, 2, 3, 6, 5, 4));

    assertThat(predictions.answers())
        .containsExactly(Said.answer("a", 0, 1, 2, 3), Said.answer("b", 1, 6, 5, 4));
  }

  @Test
  void asManyRowsAsPhotosAreNeeded() {
    List<PhotoFile> photos = List.of(Said.photo("a", 0), Said.photo("b", 1));

    assertThatThrownBy(() -> Predictions.of("PyTorch", photos, Tensor.zeros(Shape.of(3, 10))))
        .isInstanceOf(PredictionsException.class)
        .hasMessageContaining("PyTorch gave [3, 10] for 2 photos");
    assertThatThrownBy(() -> Predictions.of("PyTorch", photos, Tensor.zeros(Shape.of(2))))
        .isInstanceOf(PredictionsException.class);
  }
}
