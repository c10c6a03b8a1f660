package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.examples.vgg16.data.ImagenetteClass;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A photo and what the network takes it for.
 *
 * @param photo the photo
 * @param predicted the index of the class with the highest score, of equals the first
 * @param probability that class's, by softmax
 */
record Judged(PhotoFile photo, int predicted, double probability) {

  /** One a photo, in their order. */
  static List<Judged> of(List<PhotoFile> photos, Tensor logits) {
    Shape expected = Shape.of(photos.size(), ImagenetteClass.ALL.size());
    if (!logits.shape().equals(expected)) {
      throw new InvalidInputException(
          "The predictions are "
              + logits.shape()
              + ", but these photos and classes need "
              + expected
              + ". Evaluate the network on these photos.");
    }
    if (!logits.isFinite()) {
      throw new InvalidInputException(
          "The predictions hold NaN or infinity, which is no score. Train or evaluate again.");
    }
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < photos.size(); i++) {
      judged.add(of(photos.get(i), logits.item(i).toArray()));
    }
    return judged;
  }

  private static Judged of(PhotoFile photo, float[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    double sum = 0;
    for (float score : scores) {
      sum += Math.exp((double) score - scores[best]);
    }
    return new Judged(photo, best, 1 / sum);
  }

  boolean correct() {
    return predicted == photo.label();
  }
}
