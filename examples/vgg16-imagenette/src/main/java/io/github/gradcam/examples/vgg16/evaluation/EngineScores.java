package io.github.gradcam.examples.vgg16.evaluation;

import io.github.gradcam.examples.vgg16.data.PhotoFile;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How good the network is on the test photos, run by one engine.
 *
 * @param engine its name
 * @param test on all of them
 * @param topTwo the same, where the second most probable class counts too
 * @param newToVgg16 on those that VGG16 has not seen in its own training, if there are any
 * @param seenByVgg16 on the others, if there are any
 * @param calibrationError how far confidence and accuracy lie apart, on average
 */
record EngineScores(
    String engine,
    Accuracy test,
    Accuracy topTwo,
    Optional<Accuracy> newToVgg16,
    Optional<Accuracy> seenByVgg16,
    double calibrationError) {

  static EngineScores of(Predictions predictions) {
    return new EngineScores(
        predictions.engine(),
        predictions.accuracy(),
        predictions.topTwo(),
        accuracy(predictions, PhotoFile::newToVgg16),
        accuracy(predictions, photo -> !photo.newToVgg16()),
        Calibration.of(predictions).error());
  }

  private static Optional<Accuracy> accuracy(Predictions predictions, Predicate<PhotoFile> chosen) {
    Predictions part = predictions.where(chosen);
    return part.answers().isEmpty() ? Optional.empty() : Optional.of(part.accuracy());
  }
}
