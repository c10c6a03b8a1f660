package io.github.gradcam.image;

import io.github.gradcam.tensor.Tensor;
import java.awt.Rectangle;
import java.util.Arrays;

/**
 * Mixes colours into a photo by a table of 256 heats.
 *
 * @param redAndBlue what is added, already weighted by its share, both in one number
 * @param green the same of green, at its own place
 * @param remaining how much of the photo stays, of 256
 */
record Blender(int[] redAndBlue, int[] green, int[] remaining) {

  private static final int ONE = 256;
  private static final int RED_AND_BLUE = 0xff00ff;
  private static final int GREEN = 0x00ff00;

  static Blender of(Overlay overlay) {
    Blender blender = new Blender(new int[256], new int[256], new int[256]);
    for (int i = 0; i < 256; i++) {
      double share =
          overlay.blending() == Blending.EVEN
              ? overlay.opacity()
              : overlay.opacity() * visible(i / 255.0);
      int weight = (int) Math.rint(share * ONE);
      int rgb = overlay.colormap().table()[i];
      blender.remaining[i] = ONE - weight;
      // A half is added, so that cutting off rounds.
      blender.redAndBlue[i] = (rgb & RED_AND_BLUE) * weight + 0x800080;
      blender.green[i] = (rgb & GREEN) * weight + 0x8000;
    }
    return blender;
  }

  /** Nothing at no heat, nearly all from the middle on, without a visible edge. */
  private static double visible(double heat) {
    return heat * (2 - heat);
  }

  /**
   * Mixes a map into a picture that lies on a sheet.
   *
   * @param place where the picture lies
   * @param heat {@code [h, w]}
   * @param region what the map covers, in the picture's own pixels
   */
  void blend(Sheet sheet, Rectangle place, Tensor heat, Region region) {
    int left = first(region.x(), place.width);
    int right = first(region.x() + region.width(), place.width);
    int top = first(region.y(), place.height);
    int bottom = first(region.y() + region.height(), place.height);
    if (left >= right || top >= bottom) {
      return;
    }
    HeatRows rows = HeatRows.of(heat, region, new Rectangle(left, top, right - left, bottom - top));
    for (int y = top; y < bottom; y++) {
      int[] indices = rows.indices(y - top);
      int at = (place.y + y) * sheet.width() + place.x + left;
      for (int x = 0; x < indices.length; x++) {
        sheet.rgb()[at + x] = mixed(sheet.rgb()[at + x], indices[x]);
      }
    }
  }

  /** The colours of heat from none to all, over one colour. */
  int[] over(int ground) {
    int[] mixed = new int[256];
    Arrays.setAll(mixed, index -> mixed(ground, index));
    return mixed;
  }

  /** Unsigned: red may fill the highest bit before it is shifted down. */
  private int mixed(int rgb, int index) {
    int stays = remaining[index];
    int twice = ((rgb & RED_AND_BLUE) * stays + redAndBlue[index]) >>> 8 & RED_AND_BLUE;
    return twice | ((rgb & GREEN) * stays + green[index]) >>> 8 & GREEN;
  }

  /** The first pixel whose centre is not left of the edge. */
  private static int first(double edge, int length) {
    return (int) Math.max(0, Math.min(length, Math.ceil(edge - 0.5)));
  }
}
