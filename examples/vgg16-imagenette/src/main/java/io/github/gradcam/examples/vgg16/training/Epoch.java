package io.github.gradcam.examples.vgg16.training;

import io.github.gradcam.examples.vgg16.evaluation.Accuracy;
import java.util.Objects;

/**
 * What came of one epoch.
 *
 * @param run which run, from 1
 * @param epoch which epoch of it, from 1
 * @param trainingLoss mean over the epoch's steps
 * @param validationLoss mean over the validation photos, labels not smoothed
 * @param validation how many of them are right
 * @param seconds how long it took
 */
public record Epoch(
    int run,
    int epoch,
    double trainingLoss,
    double validationLoss,
    Accuracy validation,
    double seconds) {

  /** Checks that it is whole, for it may come from a file. */
  public Epoch {
    Objects.requireNonNull(validation, "validation");
  }

  /** Whether it validates better than another: more photos right, or as many at a lower loss. */
  boolean betterThan(Epoch other) {
    return validation.correct() != other.validation.correct()
        ? validation.correct() > other.validation.correct()
        : validationLoss < other.validationLoss;
  }
}
