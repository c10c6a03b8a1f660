package io.github.gradcam.cli.report;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.image.Overlay;

/**
 * How a photo is shown on its card.
 *
 * @param longestSide how many pixels a thumbnail is wide or high, at most; 1 to 4,096
 * @param overlay how heat is drawn over it
 */
public record CardStyle(int longestSide, Overlay overlay) {

  private static final int LARGEST = 4096;

  /** Checks the size. */
  public CardStyle {
    if (longestSide < 1 || longestSide > LARGEST) {
      throw new InvalidInputException(
          "A thumbnail has 1 to "
              + LARGEST
              + " pixels a side, but "
              + longestSide
              + " were asked for.");
    }
  }

  /**
   * Thumbnails of 240 pixels, which thousands of photos in one file allow.
   *
   * @param overlay how heat is drawn
   * @return the style
   */
  public static CardStyle of(Overlay overlay) {
    return new CardStyle(240, overlay);
  }
}
