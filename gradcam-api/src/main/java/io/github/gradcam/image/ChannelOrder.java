package io.github.gradcam.image;

/** The channels a network wants, in its order. */
public enum ChannelOrder {
  /** Red, green, blue. */
  RGB(16, 8, 0),
  /** Blue, green, red: networks that come from Caffe or OpenCV. */
  BGR(0, 8, 16),
  /**
   * One channel of luma, {@code (19595 R + 38470 G + 7471 B + 32768) >> 16}, taken before resizing:
   * Pillow's mode {@code L}.
   */
  GREY(0);

  private final int[] shifts;

  ChannelOrder(int... shifts) {
    this.shifts = shifts;
  }

  /** How many channels there are. */
  public int count() {
    return shifts.length;
  }

  /** How far right a packed 0xRRGGBB is shifted to bring the channel to its lowest byte. */
  int shift(int channel) {
    return shifts[channel];
  }
}
