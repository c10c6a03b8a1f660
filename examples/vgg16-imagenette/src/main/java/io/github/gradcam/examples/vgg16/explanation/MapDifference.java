package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.Heatmap;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.tensor.Tensor;

/**
 * How far apart two maps between 0 and 1 are, place by place.
 *
 * @param largest at most
 * @param mean on average over all places
 */
record MapDifference(double largest, double mean) {

  /** At the layer's own resolution: each map without what is below zero, as a share of its most. */
  static MapDifference atLayer(Heatmap one, Heatmap other) {
    return between(shares(one.raw()), shares(other.raw()));
  }

  /** At the resolution of the network's input. */
  static MapDifference overInput(Heatmap one, Heatmap other) {
    return between(one.normalized(), other.normalized());
  }

  private static MapDifference between(Tensor one, Tensor other) {
    if (!one.shape().equals(other.shape())) {
      throw new InvalidInputException(
          "One engine's map is "
              + one.shape()
              + ", another's is "
              + other.shape()
              + ". Name the same layer for all.");
    }
    float[] ours = one.toArray();
    float[] theirs = other.toArray();
    double largest = 0;
    double sum = 0;
    for (int i = 0; i < ours.length; i++) {
      double apart = Math.abs((double) ours[i] - theirs[i]);
      largest = Math.max(largest, apart);
      sum += apart;
    }
    return new MapDifference(largest, sum / ours.length);
  }

  private static Tensor shares(Tensor raw) {
    float[] values = raw.toArray();
    float most = 0;
    for (float value : values) {
      most = Math.max(most, value);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = most == 0 ? 0 : Math.max(values[i], 0) / most;
    }
    return Tensor.of(raw.shape(), values);
  }
}
