package io.github.gradcam;

/** How a layer bears on the score of the first class. */
enum Reach {
  /** Not at all, or no gradient leads there. */
  NONE,
  /** By what stands beside the grid alone, such as a class token. */
  BESIDE_THE_GRID,
  /**
   * By the first of as many channels as there are classes: the layer is the scores, place by place.
   */
  SCORES,
  /** By its grid. */
  GRID
}
