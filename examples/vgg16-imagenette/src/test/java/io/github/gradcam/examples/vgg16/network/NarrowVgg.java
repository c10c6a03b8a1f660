package io.github.gradcam.examples.vgg16.network;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * VGG16 with fewer channels and random weights, the same for a seed. Convolutions keep the size of
 * what flows through them (He et al. 2015).
 */
public final class NarrowVgg {

  private static final int[] CHANNELS = {64, 128, 256, 512, 512};

  private NarrowVgg() {}

  /** With a sixteenth of the channels and ten classes. */
  public static Weights weights(long seed) {
    return weights(seed, 16);
  }

  /**
   * With a part of the channels and ten classes.
   *
   * @param part one in how many channels is there; 1 for VGG16's width
   */
  public static Weights weights(long seed, int part) {
    Random random = new Random(seed);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    int inputs = 3;
    for (int block = 1; block <= Vgg16.BLOCKS; block++) {
      int outputs = CHANNELS[block - 1] / part;
      for (String name : Vgg16.convolutions(block)) {
        double scale = Math.sqrt(2.0 / (9 * inputs));
        tensors.put(name + ".weight", random(random, scale, Shape.of(outputs, inputs, 3, 3)));
        tensors.put(name + ".bias", random(random, 0.1, Shape.of(outputs)));
        inputs = outputs;
      }
    }
    tensors.put(Vgg16.HEAD + ".weight", random(random, 3, Shape.of(10, inputs)));
    tensors.put(Vgg16.HEAD + ".bias", random(random, 0.1, Shape.of(10)));
    return new Weights(tensors);
  }

  private static Tensor random(Random random, double scale, Shape shape) {
    return Tensor.written(
        shape,
        values -> {
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) (scale * random.nextGaussian());
          }
        });
  }
}
