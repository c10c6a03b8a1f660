package io.github.gradcam.examples.vgg16.training;

import io.github.gradcam.examples.vgg16.evaluation.Accuracy;
import java.util.List;
import java.util.Objects;

/**
 * What came of training.
 *
 * @param start validation accuracy with the head alone fitted
 * @param epochs of all runs
 * @param training training accuracy of the finished network
 * @param validation validation accuracy of the finished network
 */
public record Outcome(Accuracy start, List<Epoch> epochs, Accuracy training, Accuracy validation) {

  /** Takes a copy, and checks that it is whole, for it may come from a file. */
  public Outcome {
    epochs = List.copyOf(epochs);
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(validation, "validation");
  }
}
