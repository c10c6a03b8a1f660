package io.github.gradcam.image;

import java.util.Objects;

/** The channels a network wants, in its order. */
public enum ChannelOrder {
  /** Red, green, blue. */
  RGB,
  /** Blue, green, red: networks that come from Caffe or OpenCV. */
  BGR,
  /**
   * One channel of luma, {@code (19595 R + 38470 G + 7471 B + 32768) >> 16}, taken before resizing:
   * Pillow's mode {@code L}.
   */
  GREY;

  /** How many channels there are. */
  public int count() {
    return this == GREY ? 1 : 3;
  }

  /** How far right a packed 0xRRGGBB is shifted to bring the channel to its lowest byte. */
  int shift(int channel) {
    Objects.checkIndex(channel, count());
    return switch (this) {
      case RGB -> 16 - 8 * channel;
      case BGR -> 8 * channel;
      case GREY -> 0;
    };
  }
}
