package io.github.gradcam.image;

/** Resizes a photo into the part of an input that is not padding. */
@FunctionalInterface
interface Resampler {

  /**
   * Fills planes of levels from 0 to 255.
   *
   * @param photo the photo
   * @param layout which part of it goes where
   * @param channels which planes there are
   * @param planes one plane after the other, row-major, as large as the input
   */
  void resample(Pixels photo, Layout layout, ChannelOrder channels, float[] planes);
}
