package io.github.gradcam.image;

/**
 * Where a crop's first pixel lies when what is cut off is an odd number of pixels. It moves the
 * picture by one pixel.
 */
public enum Centring {
  /**
   * The nearest, and the even one of two: torchvision's {@code int(round((length − crop) / 2.0))}.
   */
  NEAREST,
  /** The lower: {@code (length − crop) // 2} of the transformers library's image processors. */
  DOWN;

  int start(int length, int crop) {
    return this == NEAREST
        ? (int) Math.rint((length - crop) / 2.0)
        : Math.floorDiv(length - crop, 2);
  }
}
