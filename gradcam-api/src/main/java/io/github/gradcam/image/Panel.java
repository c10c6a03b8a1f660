package io.github.gradcam.image;

import io.github.gradcam.error.InvalidInputException;
import java.awt.image.BufferedImage;

/** One picture of a figure, with what stands below it. Immutable as long as its picture is. */
public final class Panel {

  private final Motif motif;
  private final String caption;

  /**
   * A panel with a finished picture.
   *
   * @param picture the picture, not to be changed before the figure is drawn
   * @param caption what stands below it; empty for none
   */
  public Panel(BufferedImage picture, String caption) {
    this(new Finished(picture), caption);
  }

  Panel(Motif motif, String caption) {
    this.motif = motif;
    this.caption = caption;
  }

  /** What stands below the picture; empty for nothing. */
  public String caption() {
    return caption;
  }

  /**
   * Its picture alone, without caption or margin, for thumbnails.
   *
   * @param longerSide how many pixels the longer side has, at least 1
   * @return the picture
   * @throws InvalidInputException if that is less than 1
   */
  public Picture draw(int longerSide) {
    if (longerSide < 1) {
      throw new InvalidInputException(
          "A picture has at least 1 pixel a side, but " + longerSide + " were asked for.");
    }
    double scale = (double) longerSide / Math.max(motif.width(), motif.height());
    int width = (int) Math.max(1, Math.round(motif.width() * scale));
    int height = (int) Math.max(1, Math.round(motif.height() * scale));
    return new Picture(motif.alone(width, height).toImage());
  }

  Motif motif() {
    return motif;
  }
}
