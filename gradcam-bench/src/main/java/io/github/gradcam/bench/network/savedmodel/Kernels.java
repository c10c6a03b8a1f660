package io.github.gradcam.bench.network.savedmodel;

import io.github.gradcam.bench.network.architecture.Operation;
import io.github.gradcam.bench.network.weights.Weights;
import io.github.gradcam.tensor.Shape;

/** Weights with their axes in TensorFlow's order. */
final class Kernels {

  private Kernels() {}

  /**
   * A convolution's.
   *
   * @return {@code [side, side, in, out]}
   */
  static float[] convolution(Weights weights, String name) {
    Shape shape = weights.shape(name);
    int outputs = shape.length(0);
    int inputs = shape.length(1);
    int places = shape.length(2) * shape.length(3);
    float[] given = weights.values(name);
    float[] turned = new float[given.length];
    int at = 0;
    for (int place = 0; place < places; place++) {
      for (int input = 0; input < inputs; input++) {
        for (int output = 0; output < outputs; output++) {
          turned[at++] = given[(output * inputs + input) * places + place];
        }
      }
    }
    return turned;
  }

  /**
   * A fully connected layer's.
   *
   * @param image what its inputs were before they were a row: here their channels are last
   * @return {@code [in, out]}
   */
  static float[] linear(Weights weights, String name, Operation.Flatten image) {
    Shape shape = weights.shape(name);
    int outputs = shape.length(0);
    int inputs = shape.length(1);
    int places = image.side() * image.side();
    float[] given = weights.values(name);
    float[] turned = new float[given.length];
    int at = 0;
    for (int place = 0; place < places; place++) {
      for (int channel = 0; channel < image.channels(); channel++) {
        for (int output = 0; output < outputs; output++) {
          turned[at++] = given[output * inputs + channel * places + place];
        }
      }
    }
    return turned;
  }
}
