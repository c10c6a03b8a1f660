package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.Explanation;

/**
 * How far apart two engines' maps of one photo are, each between 0 and 1.
 *
 * @param atLayer at the layer's own resolution
 * @param overInput at the resolution of the network's input
 */
record PhotoDifference(MapDifference atLayer, MapDifference overInput) {

  static PhotoDifference between(Explanation one, Explanation other) {
    return new PhotoDifference(
        MapDifference.atLayer(one.heatmap(), other.heatmap()),
        MapDifference.overInput(one.heatmap(), other.heatmap()));
  }

  /** At most, anywhere, at either resolution. */
  double largest() {
    return Math.max(atLayer.largest(), overInput.largest());
  }
}
