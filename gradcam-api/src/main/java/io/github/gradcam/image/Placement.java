package io.github.gradcam.image;

import io.github.gradcam.error.InvalidInputException;

/**
 * Where a network's input lies on the photo it was made from, so that a map over the input can be
 * put back onto the photo as it was.
 *
 * @param photoWidth the photo's width in pixels
 * @param photoHeight the photo's height in pixels
 * @param region what the input covers, in the photo's pixels: smaller than the photo after a crop,
 *     larger where the photo was padded
 */
public record Placement(int photoWidth, int photoHeight, Region region) {

  /** Checks that the photo has pixels. */
  public Placement {
    if (photoWidth < 1 || photoHeight < 1) {
      throw new InvalidInputException(
          "A photo has at least one pixel, but this is " + photoWidth + " x " + photoHeight + ".");
    }
  }

  /**
   * An input that covers the whole photo and nothing else.
   *
   * @param photoWidth the photo's width in pixels
   * @param photoHeight the photo's height in pixels
   * @return the placement
   */
  public static Placement whole(int photoWidth, int photoHeight) {
    return new Placement(photoWidth, photoHeight, new Region(0, 0, photoWidth, photoHeight));
  }
}
