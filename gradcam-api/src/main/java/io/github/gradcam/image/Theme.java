package io.github.gradcam.image;

/** What a figure stands on. The ground is opaque, so it reads the same on any page. */
public enum Theme {
  /** Dark text on white. */
  LIGHT(0xffffff, 0x1a1a1a),
  /** Light text on near-black. */
  DARK(0x16181c, 0xececec);

  private final int ground;
  private final int ink;

  Theme(int ground, int ink) {
    this.ground = ground;
    this.ink = ink;
  }

  int ground() {
    return ground;
  }

  int ink() {
    return ink;
  }
}
