package io.github.gradcam.image;

/** The point of a line of text that stands where it is put. */
enum Anchor {
  START(0),
  MIDDLE(0.5);

  private final double share;

  Anchor(double share) {
    this.share = share;
  }

  /** How much of the text lies before it. */
  double share() {
    return share;
  }
}
