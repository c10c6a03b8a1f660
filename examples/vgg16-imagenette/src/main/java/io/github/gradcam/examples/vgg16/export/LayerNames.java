package io.github.gradcam.examples.vgg16.export;

/** What Keras calls the layers that have no weights, and what they share in every engine. */
final class LayerNames {

  /** The network's input. */
  static final String INPUT = "photo";

  /** The mean over space. */
  static final String MEAN = "global_average_pooling2d";

  /** The scaling to length 1. */
  static final String DIRECTION = "unit_normalization";

  /** What a length counts for at least, so that nothing is divided by zero. */
  static final double LEAST_LENGTH = 1e-12;

  private LayerNames() {}

  /** The pooling that ends a block. */
  static String pooling(int block) {
    return "block" + block + "_pool";
  }
}
