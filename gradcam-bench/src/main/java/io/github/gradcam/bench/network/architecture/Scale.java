package io.github.gradcam.bench.network.architecture;

/**
 * How large a network is made.
 *
 * @param divisor by which torchvision's channels are divided
 * @param side rows and columns of an image, a multiple of 32
 * @param classes how many
 */
public record Scale(int divisor, int side, int classes) {

  private static final int COARSEST = 32;

  /** As torchvision has it, for ImageNet. */
  public static final Scale FULL = new Scale(1, 224, 1000);

  /** Checks the side. */
  public Scale {
    if (side % COARSEST != 0) {
      throw new IllegalArgumentException(
          "Images of " + side + " rows, but a multiple of " + COARSEST + " is needed.");
    }
  }

  int channels(int full) {
    return Math.max(1, full / divisor);
  }

  int coarsest() {
    return side / COARSEST;
  }
}
