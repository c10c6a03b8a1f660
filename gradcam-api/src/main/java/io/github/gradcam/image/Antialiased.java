package io.github.gradcam.image;

/**
 * Pillow's {@code resize} on 8-bit photos, bit for bit: rows first, rounded to 8 bits, then
 * columns. Only what the crop needs is computed.
 */
record Antialiased(Filter filter) implements Resampler {

  private static final int HALF = 1 << (FilterTaps.PRECISION - 1);

  @Override
  public void resample(Pixels photo, Layout layout, ChannelOrder channels, float[] planes) {
    FilterTaps columns = FilterTaps.of(layout.x(), filter);
    FilterTaps rows = FilterTaps.of(layout.y(), filter);
    int[] narrow = narrowed(photo, columns, rows.begin(), rows.end());
    int width = columns.points();
    int plane = layout.x().length() * layout.y().length();
    for (int y = 0; y < rows.points(); y++) {
      int[] weights = rows.weights()[y];
      int from = (rows.first()[y] - rows.begin()) * width;
      int out = (layout.y().begin() + y) * layout.x().length() + layout.x().begin();
      for (int x = 0; x < width; x++) {
        int rgb = weighted(narrow, from + x, width, weights);
        for (int channel = 0; channel < channels.count(); channel++) {
          planes[channel * plane + out + x] = rgb >> channels.shift(channel) & 0xff;
        }
      }
    }
  }

  private static int[] narrowed(Pixels photo, FilterTaps columns, int top, int bottom) {
    int[] narrow = new int[(bottom - top) * columns.points()];
    int out = 0;
    for (int y = top; y < bottom; y++) {
      int row = y * photo.width();
      for (int x = 0; x < columns.points(); x++) {
        narrow[out++] = weighted(photo.rgb(), row + columns.first()[x], 1, columns.weights()[x]);
      }
    }
    return narrow;
  }

  /** Weights sum up to 2²² and, with what overshoots, to less than 2²³ in size: ints suffice. */
  private static int weighted(int[] rgb, int from, int step, int[] weights) {
    int red = HALF;
    int green = HALF;
    int blue = HALF;
    for (int i = 0, at = from; i < weights.length; i++, at += step) {
      int pixel = rgb[at];
      int weight = weights[i];
      red += (pixel >> 16 & 0xff) * weight;
      green += (pixel >> 8 & 0xff) * weight;
      blue += (pixel & 0xff) * weight;
    }
    return level(red) << 16 | level(green) << 8 | level(blue);
  }

  private static int level(int sum) {
    return Math.max(0, Math.min(255, sum >> FilterTaps.PRECISION));
  }
}
