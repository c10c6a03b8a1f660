package io.github.gradcam.image;

/** How much of the photo shows through an overlay. */
public enum Blending {
  /** The same everywhere the network looked. */
  EVEN,
  /** The hotter, the less: cold regions stay clear. */
  BY_HEAT
}
