package io.github.gradcam.examples.vgg16.network;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;

/** Whether weights are a whole VGG16's: every layer is there and takes what the last one gives. */
public final class WholeNetwork {

  private static final int SIDE = 3;

  private WholeNetwork() {}

  /**
   * Checks weights.
   *
   * @param weights convolutions and head
   * @return the same
   * @throws WeightsException if some are missing, or have another shape than they must
   */
  public static Weights of(Weights weights) {
    int channels = Vgg16.INPUT.length(0);
    for (String name : Vgg16.convolutions()) {
      int outputs = outputs(weights.weight(name));
      check(name, weights.weight(name), Shape.of(outputs, channels, SIDE, SIDE));
      check(name, weights.bias(name), Shape.of(outputs));
      channels = outputs;
    }
    int classes = outputs(weights.weight(Vgg16.HEAD));
    check(Vgg16.HEAD, weights.weight(Vgg16.HEAD), Shape.of(classes, channels));
    check(Vgg16.HEAD, weights.bias(Vgg16.HEAD), Shape.of(classes));
    return weights;
  }

  private static int outputs(Tensor weight) {
    return weight.shape().rank() == 0 ? 0 : weight.shape().length(0);
  }

  private static void check(String layer, Tensor found, Shape expected) {
    if (!found.shape().equals(expected) || expected.size() == 0) {
      throw new WeightsException(
          layer
              + " has weights "
              + found.shape()
              + ", but in this network they must be "
              + expected
              + " and not empty. Train again, or take the file of a whole network.");
    }
  }
}
