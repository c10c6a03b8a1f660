package io.github.gradcam.examples.vgg16.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyTableTest {

  private static final TrainingAccuracy TRAINING =
      new TrainingAccuracy(new Accuracy(7968, 8048), new Accuracy(1386, 1421));

  @Test
  void aColumnAnEngine() {
    Evaluation evaluation =
        Evaluation.of(TRAINING, List.of(Said.imagenette("PyTorch"), Said.imagenette("TensorFlow")));

    // 59 of 60: 98.3 %; scipy.stats.binomtest(59, 60).proportion_ci(0.95, 'wilson') is 0.911 to
    // 0.997. All 20 that are new to VGG16 are right, and 39 of the other 40. Sure is the network
    // with e^3 / (e^3 + 9) = 0.690569 for 59, which are right, and with e^5 / (e^5 + e^3 + 8) =
    // 0.840874 for one, which is not: 59/60 x 0.309431 + 1/60 x 0.840874 = 0.318.
    assertThat(AccuracyTable.of(evaluation))
        .containsExactly(
            "                                     PyTorch    TensorFlow   first study",
            "training (8,048)                      99.0 %                      95.0 %",
            "validation (1,421)                    97.5 %                      92.2 %",
            "test (60)                             98.3 %        98.3 %        91.1 %",
            "  photos right                            59            59",
            "  with 95 % confidence           91.1-99.7 %   91.1-99.7 %",
            "  among the two likeliest            100.0 %       100.0 %",
            "  new to VGG16 (20)                  100.0 %       100.0 %",
            "  in VGG16's own training (40)        97.5 %        97.5 %",
            "  calibration error                    0.318         0.318",
            "PyTorch and TensorFlow: 0 of 60 photos differ, 0 of them ties; scores by at most"
                + " 0.0e+00");
  }

  @Test
  void whatThereIsNotIsLeftOut() {
    Predictions seen = Said.imagenette("PyTorch").where(photo -> !photo.newToVgg16());

    assertThat(AccuracyTable.of(Evaluation.of(TRAINING, List.of(seen))))
        .noneMatch(line -> line.contains("new to VGG16"))
        .anyMatch(line -> line.contains("in VGG16's own training (40)"));
  }
}
