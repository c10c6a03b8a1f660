package io.github.gradcam.examples.vgg16.evaluation;

import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.tensor.Tensor;

/**
 * What a network says of a photo.
 *
 * @param photo the photo, and what is on it
 * @param logits {@code [classes]}, one score a class, before softmax
 */
public record Answer(PhotoFile photo, Tensor logits) {

  /**
   * Checks the scores.
   *
   * @throws PredictionsException if a score is NaN or infinite, there are fewer than two, or none
   *     is for the photo's own class
   */
  public Answer {
    if (logits.shape().rank() != 1 || logits.shape().size() < 2) {
      throw new PredictionsException(
          "What was said of "
              + photo.name()
              + " has the shape "
              + logits.shape()
              + ", but one score a class is needed, and at least two classes.");
    }
    if (!logits.isFinite()) {
      throw new PredictionsException(
          "A score for "
              + photo.name()
              + " is NaN or infinite. Check the weights: training may have diverged.");
    }
    if (photo.label() < 0 || photo.label() >= logits.shape().size()) {
      throw new PredictionsException(
          photo.name()
              + " is of class "
              + photo.label()
              + ", but the network has "
              + logits.shape().size()
              + " classes, from 0.");
    }
  }

  /** The class with the highest score, the first of several. */
  public int predicted() {
    return highestBut(-1);
  }

  /** The class with the second highest score. */
  public int runnerUp() {
    return highestBut(predicted());
  }

  /** Whether the prediction is what is on the photo. */
  public boolean correct() {
    return predicted() == photo.label();
  }

  /** How probable the network takes its prediction to be. */
  public double confidence() {
    return probability(predicted());
  }

  /**
   * How probable the network takes a class to be: softmax of the scores, in double precision.
   *
   * @param index the class, from 0
   */
  public double probability(int index) {
    double highest = logits.get(predicted());
    double sum = 0;
    for (int i = 0; i < classes(); i++) {
      sum += Math.exp(logits.get(i) - highest);
    }
    return Math.exp(logits.get(index) - highest) / sum;
  }

  int classes() {
    return logits.shape().size();
  }

  private int highestBut(int excluded) {
    int best = excluded == 0 ? 1 : 0;
    for (int i = best + 1; i < classes(); i++) {
      if (i != excluded && logits.get(i) > logits.get(best)) {
        best = i;
      }
    }
    return best;
  }
}
