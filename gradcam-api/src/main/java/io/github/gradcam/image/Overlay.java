package io.github.gradcam.image;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.tensor.Tensor;
import java.awt.image.BufferedImage;

/**
 * Draws heat over a photo, at the photo's own resolution and in its own frame: heat lies where the
 * network's input lay, and what a crop cut off stays as it was.
 *
 * <p>Immutable; safe for any number of threads. The {@code with…} methods give changed copies.
 *
 * @param colormap the colours of heat
 * @param opacity 0 to 1: how much of the photo the colour hides, at most
 * @param blending where it hides that much
 */
public record Overlay(Colormap colormap, double opacity, Blending blending) {

  /** Checks the opacity. */
  public Overlay {
    if (!(opacity >= 0 && opacity <= 1)) {
      throw new InvalidInputException(
          "Opacity goes from 0 (nothing of the heat) to 1 (nothing of the photo), but is "
              + opacity
              + ".");
    }
  }

  /** The look that reads best on most photos. */
  public static Overlay standard() {
    return new Overlay(Colormap.MAGMA, 0.7, Blending.BY_HEAT);
  }

  /**
   * A copy with other colours.
   *
   * @param colormap the colours of heat
   * @return the copy
   */
  public Overlay withColormap(Colormap colormap) {
    return new Overlay(colormap, opacity, blending);
  }

  /**
   * A copy with another opacity.
   *
   * @param opacity 0 to 1
   * @return the copy
   */
  public Overlay withOpacity(double opacity) {
    return new Overlay(colormap, opacity, blending);
  }

  /**
   * A copy that mixes in another way.
   *
   * @param blending where the colour hides the photo
   * @return the copy
   */
  public Overlay withBlending(Blending blending) {
    return new Overlay(colormap, opacity, blending);
  }

  /**
   * Draws heat over a photo; neither is changed.
   *
   * @param photo the photo the input was made from
   * @param heat {@code [h, w]}, 0 to 1, over the network's whole input, at any resolution
   * @param placement where that input lies on the photo
   * @return the photo with heat, as large as the photo
   * @throws InvalidInputException if the heat is no map, or the placement is of a photo of another
   *     size
   */
  public Picture draw(BufferedImage photo, Tensor heat, Placement placement) {
    Heat.requireMap(heat);
    if (photo.getWidth() != placement.photoWidth()
        || photo.getHeight() != placement.photoHeight()) {
      throw new InvalidInputException(
          "The placement is of a photo of "
              + placement.photoWidth()
              + " x "
              + placement.photoHeight()
              + " pixels, but this photo has "
              + photo.getWidth()
              + " x "
              + photo.getHeight()
              + ". Draw over the photo that was prepared.");
    }
    Pixels pixels = Pixels.of(photo);
    Blender.of(this).blend(pixels, heat, placement.region());
    return new Picture(pixels.toImage());
  }
}
