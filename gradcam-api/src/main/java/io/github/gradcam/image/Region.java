package io.github.gradcam.image;

import io.github.gradcam.error.InvalidInputException;

/**
 * A rectangle in an image's own coordinates: the image covers {@code [0, width] × [0, height]}, the
 * centre of its first pixel is {@code (0.5, 0.5)}.
 *
 * @param x the left edge; may be negative
 * @param y the upper edge; may be negative
 * @param width above zero
 * @param height above zero
 */
public record Region(double x, double y, double width, double height) {

  /** Checks that the rectangle is finite and has an area. */
  public Region {
    if (!(width > 0 && height > 0) || !Double.isFinite(x + width) || !Double.isFinite(y + height)) {
      throw new InvalidInputException(
          "A region needs a finite place and a width and height above zero, but this is x "
              + x
              + ", y "
              + y
              + ", "
              + width
              + " wide, "
              + height
              + " high.");
    }
  }

  /**
   * The same part of a picture of another size.
   *
   * @param across what the picture's width is multiplied by
   * @param down what its height is multiplied by
   * @return the part, in the other picture's coordinates
   */
  public Region scaled(double across, double down) {
    return new Region(x * across, y * down, width * across, height * down);
  }
}
