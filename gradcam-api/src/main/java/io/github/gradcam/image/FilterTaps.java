package io.github.gradcam.image;

/**
 * Pillow's coefficients for a triangle filter as wide as the reduction, as integers of {@value
 * #PRECISION} bits ({@code precompute_coeffs} and {@code normalize_coeffs_8bpc} in its {@code
 * Resample.c}).
 */
record FilterTaps(int[] first, int[][] weights) {

  /** 32 bits less 8 for the level and 2 for what overshoots. */
  static final int PRECISION = 32 - 8 - 2;

  /** The taps of the input's pixels that are not padding. */
  static FilterTaps of(Axis axis) {
    double scale = (double) axis.source() / axis.resized();
    double support = Math.max(scale, 1);
    int points = axis.end() - axis.begin();
    int[] first = new int[points];
    int[][] weights = new int[points][];
    for (int i = 0; i < points; i++) {
      double centre = (axis.offset() + axis.begin() + i + 0.5) * scale;
      first[i] = Math.max(0, (int) (centre - support + 0.5));
      int end = Math.min(axis.source(), (int) (centre + support + 0.5));
      weights[i] = weights(end - first[i], first[i] - centre, 1 / support);
    }
    return new FilterTaps(first, weights);
  }

  private static int[] weights(int count, double start, double step) {
    double[] exact = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      exact[i] = Math.max(0, 1 - Math.abs((i + start + 0.5) * step));
      sum += exact[i];
    }
    int[] weights = new int[count];
    for (int i = 0; i < count; i++) {
      weights[i] = (int) (0.5 + exact[i] / sum * (1 << PRECISION));
    }
    return weights;
  }

  int points() {
    return first.length;
  }

  /** The end, exclusive, of the source samples that any point needs. */
  int end() {
    int last = first.length - 1;
    return first[last] + weights[last].length;
  }
}
