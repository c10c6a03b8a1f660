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
 * @param contours lines of equal heat on top of it
 */
public record Overlay(Colormap colormap, double opacity, Blending blending, Contours contours) {

  /** Checks the opacity. */
  public Overlay {
    if (!(opacity >= 0 && opacity <= 1)) {
      throw new InvalidInputException(
          "Opacity goes from 0 (nothing of the heat) to 1 (nothing of the photo), but is "
              + opacity
              + ".");
    }
  }

  /**
   * The look that reads best on most photos: little heat tints without darkening, most heat is
   * yellow, which neither a dark nor a light photo hides.
   */
  public static Overlay standard() {
    return new Overlay(Colormap.PLASMA, 0.75, Blending.BY_HEAT, Contours.none());
  }

  /**
   * A copy with other colours.
   *
   * @param colormap the colours of heat
   * @return the copy
   */
  public Overlay withColormap(Colormap colormap) {
    return new Overlay(colormap, opacity, blending, contours);
  }

  /**
   * A copy with another opacity.
   *
   * @param opacity 0 to 1
   * @return the copy
   */
  public Overlay withOpacity(double opacity) {
    return new Overlay(colormap, opacity, blending, contours);
  }

  /**
   * A copy that mixes in another way.
   *
   * @param blending where the colour hides the photo
   * @return the copy
   */
  public Overlay withBlending(Blending blending) {
    return new Overlay(colormap, opacity, blending, contours);
  }

  /**
   * A copy with other lines of equal heat.
   *
   * @param contours the lines
   * @return the copy
   */
  public Overlay withContours(Contours contours) {
    return new Overlay(colormap, opacity, blending, contours);
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
    Motif motif = Overlaid.of(photo, this, heat, placement);
    return new Picture(motif.alone(motif.width(), motif.height()).toImage());
  }

  /**
   * The same as a panel of a figure, which draws it at the size it needs: cheaper than a picture
   * that is scaled, and sharper.
   *
   * @param photo the photo the input was made from; not to be changed before the figure is drawn
   * @param heat {@code [h, w]}, 0 to 1, over the network's whole input, at any resolution
   * @param placement where that input lies on the photo
   * @param caption what stands below it; empty for none
   * @return the panel
   * @throws InvalidInputException as {@link #draw}
   */
  public Panel panel(BufferedImage photo, Tensor heat, Placement placement, String caption) {
    return new Panel(Overlaid.of(photo, this, heat, placement), caption);
  }
}
