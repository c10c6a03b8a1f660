package io.github.gradcam.examples.vgg16.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the network is right as often as it says: of photos that it is 80 % sure of, it should
 * recognise 80 %.
 *
 * <p>Guo, Pleiss, Sun and Weinberger, On Calibration of Modern Neural Networks, 2017.
 *
 * @param bins by how sure it is, from 0 to 1, equally wide
 */
record Calibration(List<Bin> bins) {

  static final int BINS = 15;

  /**
   * The photos of whose classes the network is about as sure.
   *
   * @param low above which probability
   * @param high up to which probability
   * @param photos how many there are
   * @param confidence how sure the network is, on average; NaN of no photos
   * @param accuracy which share is right; NaN of no photos
   */
  record Bin(double low, double high, int photos, double confidence, double accuracy) {}

  static Calibration of(Predictions predictions) {
    int[] photos = new int[BINS];
    int[] correct = new int[BINS];
    double[] confidence = new double[BINS];
    for (Answer answer : predictions.answers()) {
      // A bin holds its upper end.
      int bin = Math.max(0, (int) Math.ceil(answer.confidence() * BINS) - 1);
      photos[bin]++;
      correct[bin] += answer.correct() ? 1 : 0;
      confidence[bin] += answer.confidence();
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      bins.add(
          new Bin(
              (double) i / BINS,
              (i + 1.0) / BINS,
              photos[i],
              confidence[i] / photos[i],
              (double) correct[i] / photos[i]));
    }
    return new Calibration(List.copyOf(bins));
  }

  /** How far confidence and accuracy lie apart, on average over the photos. */
  double error() {
    double sum = 0;
    int photos = 0;
    for (Bin bin : bins) {
      photos += bin.photos();
      if (bin.photos() > 0) {
        sum += bin.photos() * Math.abs(bin.accuracy() - bin.confidence());
      }
    }
    return sum / photos;
  }
}
