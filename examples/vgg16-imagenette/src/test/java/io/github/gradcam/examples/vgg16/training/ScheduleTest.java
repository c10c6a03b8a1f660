package io.github.gradcam.examples.vgg16.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.training.tracker.Tracker;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void risesInALineAndFallsAsACosineToNearlyNothing() {
    Tracker schedule = Schedule.of(2, 100);

    assertThat(schedule.getNewValue(1)).isCloseTo(0.4f, within(1e-6f));
    assertThat(schedule.getNewValue(5)).isCloseTo(2, within(1e-6f));
    for (int step = 5; step <= 100; step++) {
      double expected = 1 + Math.cos(Math.PI * (step - 5) / 96);
      assertThat((double) schedule.getNewValue(step)).isCloseTo(expected, within(1e-5));
    }
    assertThat(schedule.getNewValue(100)).isPositive();
  }

  @Test
  void evenAShortTrainingLearnsInEachStep() {
    for (int steps = 1; steps < 30; steps++) {
      Tracker schedule = Schedule.of(1, steps);
      for (int step = 1; step <= steps; step++) {
        assertThat(schedule.getNewValue(step)).as("%d of %d", step, steps).isPositive();
      }
    }
  }
}
