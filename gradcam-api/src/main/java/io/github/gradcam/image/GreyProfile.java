package io.github.gradcam.image;

import java.util.Optional;

/**
 * One curve for grey.
 *
 * @param levels sRGB's level for each of the file's 256
 */
record GreyProfile(int[] levels) implements ColourProfile {

  static Optional<ColourProfile> of(IccProfile icc) {
    return ToneCurve.of(icc, "kTRC").filter(curve -> icc.leadsToXyz()).map(GreyProfile::of);
  }

  private static ColourProfile of(float[] curve) {
    int[] levels = new int[curve.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = SrgbCurve.level(curve[i]);
    }
    return new GreyProfile(levels);
  }

  @Override
  public void toSrgb(int[] argb) {
    for (int i = 0; i < argb.length; i++) {
      argb[i] = argb[i] & 0xff000000 | levels[argb[i] & 0xff] * 0x010101;
    }
  }
}
