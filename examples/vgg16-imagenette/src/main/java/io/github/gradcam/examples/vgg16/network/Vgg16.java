package io.github.gradcam.examples.vgg16.network;

import io.github.gradcam.image.Interpolation;
import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * VGG16's plan: five blocks of convolutions of 3 x 3 with ReLU, each block ended by a max pooling
 * that halves the sides; then, in the place of ImageNet's 1,000 classes, the mean over space, its
 * scaling to length 1, and a linear layer. How wide the layers are is told by the weights.
 *
 * <p>Simonyan and Zisserman, Very Deep Convolutional Networks for Large-Scale Image Recognition,
 * 2015.
 */
public final class Vgg16 {

  /** The linear layer's name. */
  public static final String HEAD = "predictions";

  /** The layer that is explained unless another is named: the last convolution, after its ReLU. */
  public static final String LAST_CONVOLUTION = "block5_conv3";

  /** How many blocks there are. */
  public static final int BLOCKS = 5;

  /** The shape of one photo, without the batch. */
  public static final Shape INPUT = Shape.of(3, 224, 224);

  /** Keras's for VGG: 224 x 224, blue, green, red from 0 to 255, less ImageNet's mean. */
  public static final Preprocessing PREPROCESSING =
      Preprocessing.kerasCaffe().withInterpolation(Interpolation.ANTIALIASED_BILINEAR);

  private static final List<Integer> CONVOLUTIONS = List.of(2, 2, 3, 3, 3);

  private Vgg16() {}

  /**
   * The names of a block's convolutions, in order.
   *
   * @param block from 1 to {@link #BLOCKS}
   */
  public static List<String> convolutions(int block) {
    return IntStream.rangeClosed(1, CONVOLUTIONS.get(block - 1))
        .mapToObj(index -> "block" + block + "_conv" + index)
        .toList();
  }

  /** The names of all convolutions, in order. */
  public static List<String> convolutions() {
    return IntStream.rangeClosed(1, BLOCKS)
        .boxed()
        .flatMap(block -> convolutions(block).stream())
        .toList();
  }

  /**
   * The block that a layer is in; the head counts as the one after the last.
   *
   * @param layer a convolution's name or {@link #HEAD}
   */
  public static int block(String layer) {
    return IntStream.rangeClosed(1, BLOCKS)
        .filter(block -> convolutions(block).contains(layer))
        .findFirst()
        .orElse(BLOCKS + 1);
  }
}
