package io.github.gradcam.image;

/** Light to sRGB's levels (IEC 61966-2-1), by a table fine enough for the steep dark end. */
final class SrgbCurve {

  private static final int STEPS = 1 << 14;
  private static final byte[] LEVELS = levels();

  private SrgbCurve() {}

  /** The level, 0 to 255, of a light from 0 to 1; what lies outside, NaN too, takes an end. */
  static int level(float light) {
    int step = (int) (light * STEPS + 0.5f);
    return LEVELS[Math.max(0, Math.min(STEPS, step))] & 0xff;
  }

  private static byte[] levels() {
    byte[] levels = new byte[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      double light = (double) i / STEPS;
      double level = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
      levels[i] = (byte) Math.rint(255 * level);
    }
    return levels;
  }
}
