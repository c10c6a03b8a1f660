package io.github.gradcam.image;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The light, 0 to 1, that each of 256 levels stands for in an ICC profile. */
final class ToneCurve {

  private static final int LEVELS = 256;
  private static final int CURVE = 0x63757276; // curv
  private static final int PARAMETRIC = 0x70617261; // para
  private static final int[] PARAMETERS = {1, 3, 4, 5, 7};

  private ToneCurve() {}

  static Optional<float[]> of(IccProfile profile, String name) {
    return profile.tag(name).flatMap(ToneCurve::of);
  }

  private static Optional<float[]> of(ByteBuffer tag) {
    try {
      return switch (tag.getInt(0)) {
        case CURVE -> Optional.of(sampled(tag));
        case PARAMETRIC -> Optional.of(parametric(tag));
        default -> Optional.empty();
      };
    } catch (IndexOutOfBoundsException e) {
      return Optional.empty(); // cut off: no curve
    }
  }

  private static float[] sampled(ByteBuffer tag) {
    int count = tag.getInt(8);
    float[] light = new float[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      double x = level / 255.0;
      if (count == 0) {
        light[level] = (float) x;
      } else if (count == 1) {
        light[level] = (float) Math.pow(x, tag.getChar(12) / 256.0);
      } else {
        double place = x * (count - 1);
        int lower = (int) Math.min(place, count - 2);
        double from = tag.getChar(12 + 2 * lower);
        double to = tag.getChar(14 + 2 * lower);
        light[level] = (float) ((from + (to - from) * (place - lower)) / 65535);
      }
    }
    return light;
  }

  /** Functions 0 to 4 of table 65 of ICC.1:2010, all written as the last of them. */
  private static float[] parametric(ByteBuffer tag) {
    int function = tag.getChar(8);
    double[] p = new double[PARAMETERS[function]];
    for (int i = 0; i < p.length; i++) {
      p[i] = tag.getInt(12 + 4 * i) / 65536.0;
    }
    double a = function == 0 ? 1 : p[1];
    double b = function == 0 ? 0 : p[2];
    double slope = function >= 3 ? p[3] : 0;
    double from = function >= 3 ? p[4] : function == 0 ? 0 : -b / a;
    double above = function == 2 ? p[3] : function == 4 ? p[5] : 0;
    double below = function == 2 ? p[3] : function == 4 ? p[6] : 0;
    float[] light = new float[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      double x = level / 255.0;
      double y = x >= from ? Math.pow(a * x + b, p[0]) + above : slope * x + below;
      light[level] = (float) Math.max(0, Math.min(1, y));
    }
    return light;
  }
}
