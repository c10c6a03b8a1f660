package io.github.gradcam.image;

/** Bilinear between the four nearest pixels, half-pixel centres, edges clamped. */
final class PlainBilinear implements Resampler {

  @Override
  public void resample(Pixels photo, Layout layout, ChannelOrder channels, float[] planes) {
    LinearTaps columns = taps(layout.x());
    LinearTaps rows = taps(layout.y());
    int width = layout.x().length();
    for (int channel = 0; channel < channels.count(); channel++) {
      int plane = channel * width * layout.y().length();
      int shift = channels.shift(channel);
      for (int y = 0; y < rows.points(); y++) {
        int upper = rows.lower()[y] * photo.width();
        int lower = rows.upper()[y] * photo.width();
        int out = plane + (layout.y().begin() + y) * width + layout.x().begin();
        for (int x = 0; x < columns.points(); x++) {
          float above = row(photo.rgb(), upper, columns, x, shift);
          float below = row(photo.rgb(), lower, columns, x, shift);
          planes[out + x] = above + (below - above) * rows.fraction()[y];
        }
      }
    }
  }

  private static float row(int[] rgb, int row, LinearTaps columns, int x, int shift) {
    int left = rgb[row + columns.lower()[x]] >> shift & 0xff;
    int right = rgb[row + columns.upper()[x]] >> shift & 0xff;
    return left + (right - left) * columns.fraction()[x];
  }

  private static LinearTaps taps(Axis axis) {
    int points = axis.end() - axis.begin();
    double scale = (double) axis.source() / axis.resized();
    return LinearTaps.of(
        axis.source(), (axis.offset() + axis.begin()) * scale, points * scale, points);
  }
}
