package io.github.gradcam.image;

import io.github.gradcam.tensor.Tensor;
import java.awt.Rectangle;
import java.util.Arrays;

/**
 * Mixes colours into a photo by a table of 256 heats.
 *
 * @param colours what is added, already weighted by its share: three numbers a heat
 * @param remaining how much of the photo stays, of 65536
 */
record Blender(int[] colours, int[] remaining) {

  private static final int ONE = 1 << 16;

  static Blender of(Overlay overlay) {
    int[] colours = new int[3 * 256];
    int[] remaining = new int[256];
    for (int i = 0; i < 256; i++) {
      double share =
          overlay.blending() == Blending.EVEN
              ? overlay.opacity()
              : overlay.opacity() * visible(i / 255.0);
      int weight = (int) Math.rint(share * ONE);
      int rgb = overlay.colormap().table()[i];
      remaining[i] = ONE - weight;
      for (int channel = 0; channel < 3; channel++) {
        colours[3 * i + channel] = ((rgb >> (16 - 8 * channel)) & 0xff) * weight + ONE / 2;
      }
    }
    return new Blender(colours, remaining);
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

  private int mixed(int rgb, int index) {
    int stays = remaining[index];
    int red = (((rgb >> 16) & 0xff) * stays + colours[3 * index]) >> 16;
    int green = (((rgb >> 8) & 0xff) * stays + colours[3 * index + 1]) >> 16;
    int blue = ((rgb & 0xff) * stays + colours[3 * index + 2]) >> 16;
    return red << 16 | green << 8 | blue;
  }

  /** The first pixel whose centre is not left of the edge. */
  private static int first(double edge, int length) {
    return (int) Math.max(0, Math.min(length, Math.ceil(edge - 0.5)));
  }
}
