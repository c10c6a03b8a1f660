package io.github.gradcam.image;

/**
 * For each of several points on an axis, the two samples around it and how much of the second is
 * wanted. Points beyond the outer samples take these.
 */
record LinearTaps(int[] lower, int[] upper, float[] fraction) {

  /**
   * Taps for evenly spaced points.
   *
   * @param samples how many samples the axis has; sample i is centred at i + 0.5
   * @param start where the covered stretch begins
   * @param extent how long it is
   * @param points how many points share it, each in the middle of its part
   */
  static LinearTaps of(int samples, double start, double extent, int points) {
    int[] lower = new int[points];
    int[] upper = new int[points];
    float[] fraction = new float[points];
    for (int i = 0; i < points; i++) {
      double place = start + (i + 0.5) * extent / points - 0.5;
      double inside = Math.max(0, Math.min(samples - 1, place));
      lower[i] = (int) inside;
      upper[i] = Math.min(lower[i] + 1, samples - 1);
      fraction[i] = (float) (inside - lower[i]);
    }
    return new LinearTaps(lower, upper, fraction);
  }

  int points() {
    return fraction.length;
  }
}
