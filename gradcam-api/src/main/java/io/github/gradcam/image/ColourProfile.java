package io.github.gradcam.image;

import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.util.Optional;

/** How the colours of one file become sRGB. */
@FunctionalInterface
interface ColourProfile {

  /** Colours that are sRGB as they stand. */
  ColourProfile SRGB = argb -> {};

  /** Converts packed pixels in place; what is in the highest byte stays. */
  void toSrgb(int[] argb);

  /**
   * What an embedded ICC profile asks for. As in browsers, one that is broken, or meant for another
   * kind of picture, counts as none: its pixels are then taken for sRGB.
   */
  static ColourProfile of(byte[] profile, ColorModel model) {
    if (profile.length == 0) {
      return SRGB;
    }
    boolean grey = model.getNumColorComponents() == 1 && !(model instanceof IndexColorModel);
    return IccProfile.of(profile)
        .filter(icc -> icc.space().equals(grey ? "GRAY" : "RGB "))
        .flatMap(icc -> grey ? GreyProfile.of(icc) : ofRgb(icc))
        .orElse(SRGB);
  }

  private static Optional<ColourProfile> ofRgb(IccProfile icc) {
    return icc.has("A2B0")
        ? TableProfile.of(icc).map(table -> table)
        : MatrixProfile.of(icc).map(matrix -> matrix.isSrgb() ? SRGB : matrix);
  }
}
