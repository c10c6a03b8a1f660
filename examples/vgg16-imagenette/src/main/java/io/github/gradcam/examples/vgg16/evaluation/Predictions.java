package io.github.gradcam.examples.vgg16.evaluation;

import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.tensor.Tensor;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What the network says of many photos, run by one engine.
 *
 * @param engine its name, for people
 * @param answers one a photo
 */
public record Predictions(String engine, List<Answer> answers) {

  /** Takes a copy. */
  public Predictions {
    answers = List.copyOf(answers);
  }

  /**
   * What an engine gave for photos.
   *
   * @param engine its name, for people
   * @param photos what was looked at
   * @param logits {@code [N, classes]}, a row a photo, in the same order
   * @return the predictions
   * @throws PredictionsException if there are not as many rows as photos, or scores are no numbers
   */
  public static Predictions of(String engine, List<PhotoFile> photos, Tensor logits) {
    if (logits.shape().rank() != 2 || logits.shape().length(0) != photos.size()) {
      throw new PredictionsException(
          engine
              + " gave "
              + logits.shape()
              + " for "
              + photos.size()
              + " photos, but one row of scores a photo is needed.");
    }
    return new Predictions(
        engine,
        IntStream.range(0, photos.size())
            .mapToObj(i -> new Answer(photos.get(i), logits.item(i)))
            .toList());
  }

  /** Those for some of the photos. */
  Predictions where(Predicate<PhotoFile> chosen) {
    return new Predictions(
        engine, answers.stream().filter(answer -> chosen.test(answer.photo())).toList());
  }

  /** How often the prediction is right. */
  Accuracy accuracy() {
    return counted(Answer::correct);
  }

  /** How often what is on the photo is among the two most probable classes. */
  Accuracy topTwo() {
    return counted(answer -> answer.correct() || answer.runnerUp() == answer.photo().label());
  }

  /** The wrong ones, the most confident first. */
  List<Answer> mistakes() {
    return answers.stream()
        .filter(answer -> !answer.correct())
        .sorted(Comparator.comparingDouble(Answer::confidence).reversed())
        .toList();
  }

  List<PhotoFile> photos() {
    return answers.stream().map(Answer::photo).toList();
  }

  private Accuracy counted(Predicate<Answer> right) {
    return new Accuracy(Math.toIntExact(answers.stream().filter(right).count()), answers.size());
  }
}
