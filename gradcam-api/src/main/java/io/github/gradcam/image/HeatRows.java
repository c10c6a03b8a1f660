package io.github.gradcam.image;

import io.github.gradcam.tensor.Tensor;
import java.awt.Rectangle;

/**
 * A map at a picture's resolution, one row at a time: bilinear with half-pixel centres as {@link
 * Resampling}, as indices from 0 to 255. One row is in memory, whatever the picture's size.
 */
final class HeatRows {

  private final float[] values;
  private final LinearTaps columns;
  private final LinearTaps rows;
  private final float[] narrow;
  private final int[] indices;

  private HeatRows(float[] values, int width, LinearTaps columns, LinearTaps rows) {
    this.values = values;
    this.columns = columns;
    this.rows = rows;
    this.narrow = new float[width];
    this.indices = new int[columns.points()];
  }

  /**
   * Rows for a part of a picture.
   *
   * @param heat {@code [h, w]}
   * @param region what the map covers, in the picture's pixels
   * @param part the pixels that are wanted
   */
  static HeatRows of(Tensor heat, Region region, Rectangle part) {
    int width = heat.shape().length(1);
    int height = heat.shape().length(0);
    double across = width / region.width();
    double down = height / region.height();
    return new HeatRows(
        heat.toArray(),
        width,
        LinearTaps.of(width, (part.x - region.x()) * across, part.width * across, part.width),
        LinearTaps.of(height, (part.y - region.y()) * down, part.height * down, part.height));
  }

  /** The indices of a row; the array is the same at every call. */
  int[] indices(int row) {
    int upper = rows.lower()[row] * narrow.length;
    int lower = rows.upper()[row] * narrow.length;
    float down = rows.fraction()[row];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = 255 * (values[upper + i] * (1 - down) + values[lower + i] * down);
    }
    for (int i = 0; i < indices.length; i++) {
      float from = narrow[columns.lower()[i]];
      float to = narrow[columns.upper()[i]];
      float heat = from + (to - from) * columns.fraction()[i];
      indices[i] = Math.max(0, Math.min(255, (int) (heat + 0.5f)));
    }
    return indices;
  }
}
