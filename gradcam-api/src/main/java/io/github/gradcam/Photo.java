package io.github.gradcam;

import io.github.gradcam.image.Picture;
import io.github.gradcam.image.Placement;
import java.awt.image.BufferedImage;

/**
 * A photo as it was, and where the network's input lies on it: what {@code Overlay.draw} needs
 * beside a map.
 *
 * @param image the photo; shared, not to be painted on
 * @param placement where the input lies, in the photo's pixels
 */
public record Photo(BufferedImage image, Placement placement) {

  /**
   * A smaller copy for overviews, its ratio kept, and the placement on that copy.
   *
   * @param longestSide how many pixels wide and high it may be, at least 1
   * @return the copy; this photo if it is no larger
   * @throws io.github.gradcam.error.InvalidInputException if no pixel is allowed
   */
  public Photo within(int longestSide) {
    BufferedImage small = new Picture(image).within(longestSide).image();
    if (small == image) {
      return this;
    }
    double across = (double) small.getWidth() / placement.photoWidth();
    double down = (double) small.getHeight() / placement.photoHeight();
    return new Photo(
        small,
        new Placement(
            small.getWidth(), small.getHeight(), placement.region().scaled(across, down)));
  }
}
