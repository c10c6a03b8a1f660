package io.github.gradcam.image;

/** Pillow's {@code NEAREST}. */
final class Nearest implements Resampler {

  @Override
  public void resample(Pixels photo, Layout layout, ChannelOrder channels, float[] planes) {
    int[] columns = sources(layout.x());
    int[] rows = sources(layout.y());
    int width = layout.x().length();
    for (int channel = 0; channel < channels.count(); channel++) {
      int plane = channel * width * layout.y().length();
      int shift = channels.shift(channel);
      for (int y = layout.y().begin(); y < layout.y().end(); y++) {
        int row = rows[y] * photo.width();
        for (int x = layout.x().begin(); x < layout.x().end(); x++) {
          planes[plane + y * width + x] = photo.rgb()[row + columns[x]] >> shift & 0xff;
        }
      }
    }
  }

  /** Pillow adds the step up instead of multiplying, which shows where a sum falls on a border. */
  private static int[] sources(Axis axis) {
    double step = (double) axis.source() / axis.resized();
    double place = step * 0.5;
    int[] sources = new int[axis.length()];
    for (int resized = 0; resized < axis.offset() + axis.end(); resized++, place += step) {
      if (resized >= axis.offset()) {
        sources[resized - axis.offset()] = Math.min((int) place, axis.source() - 1);
      }
    }
    return sources;
  }
}
