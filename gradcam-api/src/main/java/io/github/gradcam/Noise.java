package io.github.gradcam;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.Random;

/** An image of noise, to find out how a network is wired: always the same one. */
final class Noise {

  private Noise() {}

  /**
   * The image.
   *
   * @param input the shape of one input
   * @return a batch of one
   */
  static Tensor image(Shape input) {
    Shape shape = input.batch(1);
    Random random = new Random(0);
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Tensor.of(shape, values);
  }
}
