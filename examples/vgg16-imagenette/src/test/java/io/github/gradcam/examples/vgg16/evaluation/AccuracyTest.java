package io.github.gradcam.examples.vgg16.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccuracyTest {

  /** {@code scipy.stats.binomtest(k, n).proportion_ci(0.95, 'wilson')}. */
  @ParameterizedTest
  @CsvSource({
    "3848, 3925, 0.9755506076007617, 0.9842743279495588",
    "134, 134, 0.9721313249761007, 1.0",
    "0, 10, 0.0, 0.27753279986288926",
    "1, 20, 0.008881448800795402, 0.23613119344674205"
  })
  void intervalIsWilsons(int correct, int total, double low, double high) {
    Interval interval = new Accuracy(correct, total).interval();

    assertThat(interval.low()).isCloseTo(low, within(1e-12));
    assertThat(interval.high()).isCloseTo(high, within(1e-12)).isLessThanOrEqualTo(1);
  }

  @Test
  void shareIsOfTheTotal() {
    assertThat(new Accuracy(3, 4).share()).isEqualTo(0.75);
  }

  @Test
  void refusesMoreThanAll() {
    assertThatThrownBy(() -> new Accuracy(5, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Accuracy(-1, 4)).isInstanceOf(IllegalArgumentException.class);
  }
}
