package io.github.gradcam.image;

import io.github.gradcam.tensor.Tensor;
import java.nio.FloatBuffer;

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

  void blend(Pixels photo, Tensor heat, Region region) {
    int left = first(region.x(), photo.width());
    int right = first(region.x() + region.width(), photo.width());
    int top = first(region.y(), photo.height());
    int bottom = first(region.y() + region.height(), photo.height());
    if (left >= right || top >= bottom) {
      return;
    }
    double across = heat.shape().length(1) / region.width();
    double down = heat.shape().length(0) / region.height();
    Region covered =
        new Region(
            (left - region.x()) * across,
            (top - region.y()) * down,
            (right - left) * across,
            (bottom - top) * down);
    Tensor map = Resampling.linear(heat, covered, right - left, bottom - top);
    FloatBuffer values = map.toBuffer();
    for (int y = top, i = 0; y < bottom; y++) {
      for (int at = y * photo.width() + left, end = at + right - left; at < end; at++, i++) {
        photo.rgb()[at] = mixed(photo.rgb()[at], values.get(i));
      }
    }
  }

  private int mixed(int rgb, float heat) {
    int index = Math.round(Heat.clamped(heat) * 255);
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
