package io.github.gradcam.image;

/** What the four channels of a JPEG mean. */
enum Inks {
  /** It has not four. */
  NONE,
  /** Cyan, magenta, yellow and black, each stored as what the ink leaves of the light. */
  CMYK,
  /** The same with the first three turned into luma and chroma. */
  YCCK
}
