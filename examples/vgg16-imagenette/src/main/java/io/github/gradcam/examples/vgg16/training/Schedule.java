package io.github.gradcam.examples.vgg16.training;

import ai.djl.training.tracker.Tracker;
import ai.djl.training.tracker.WarmUpTracker;

/** The learning rate's way: up in a line for a twentieth of the steps, then down as a cosine. */
final class Schedule {

  private static final int WARM_UP = 20;

  private Schedule() {}

  /**
   * A schedule.
   *
   * @param highest the learning rate at its highest
   * @param steps how many there will be
   */
  static Tracker of(double highest, int steps) {
    int warmUp = Math.max(1, steps / WARM_UP);
    return Tracker.warmUp()
        .optWarmUpSteps(warmUp)
        .optWarmUpMode(WarmUpTracker.Mode.LINEAR)
        .setMainTracker(
            Tracker.cosine()
                .setBaseValue((float) highest)
                .optFinalValue(0)
                .setMaxUpdates(steps - warmUp + 1)
                .build())
        .build();
  }
}
