package io.github.gradcam.examples.vgg16.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void binsHoldPhotosByConfidence() {
    Calibration calibration = Calibration.of(Said.generated());

    // b = np.ceil(conf * 15).astype(int) - 1
    // [(b == i).sum() for i in range(15)]
    assertThat(calibration.bins())
        .extracting(Calibration.Bin::photos)
        .containsExactly(0, 0, 0, 0, 0, 5, 15, 27, 17, 24, 26, 31, 27, 21, 7);
    // (pred == truth)[b == 6].mean()
    assertThat(calibration.bins().get(6).accuracy()).isCloseTo(4.0 / 15, within(1e-15));
  }

  @Test
  void errorIsTheMeanDistanceOfConfidenceAndAccuracy() {
    // sum((b == i).mean() * abs((pred == truth)[b == i].mean() - conf[b == i].mean())
    //     for i in range(15) if (b == i).any())
    assertThat(Calibration.of(Said.generated()).error())
        .isCloseTo(0.12859705536590124, within(1e-12));
  }

  @Test
  void aPhotoOnAnEdgeBelongsBelowIt() {
    // Of two equal scores each is exactly 1/2 likely, and 7/15 < 1/2 <= 8/15; of one that leaves
    // nothing to the other, 1 is the last bin's end.
    Calibration calibration =
        Calibration.of(
            new Predictions(
                "x", List.of(Said.answer("a", 0, 2, 2), Said.answer("b", 0, 800, -800))));

    assertThat(calibration.bins().get(7))
        .isEqualTo(new Calibration.Bin(7.0 / 15, 8.0 / 15, 1, 0.5, 1));
    assertThat(calibration.bins().get(14)).isEqualTo(new Calibration.Bin(14.0 / 15, 1, 1, 1, 1));
    assertThat(calibration.error()).isEqualTo(0.25);
  }
}
