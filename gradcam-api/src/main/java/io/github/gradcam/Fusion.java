package io.github.gradcam;

/** How the maps of several layers become one. */
public enum Fusion {
  /** The mean of the layers' normalised maps. */
  MEAN,
  /** The maximum of the layers' normalised maps, as LayerCAM's paper does. */
  MAXIMUM
}
