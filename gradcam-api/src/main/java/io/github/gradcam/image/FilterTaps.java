package io.github.gradcam.image;

/**
 * Pillow's coefficients for a filter as wide as the reduction, as integers of {@value #PRECISION}
 * bits ({@code precompute_coeffs} and {@code normalize_coeffs_8bpc} in its {@code Resample.c}).
 */
record FilterTaps(int[] first, int[][] weights) {

  /** 32 bits less 8 for the level and 2 for what overshoots. */
  static final int PRECISION = 32 - 8 - 2;

  /** The taps of the input's pixels that are not padding. */
  static FilterTaps of(Axis axis, Filter filter) {
    double scale = (double) axis.source() / axis.resized();
    double wider = Math.max(scale, 1);
    double support = filter.support() * wider;
    int points = axis.end() - axis.begin();
    int[] first = new int[points];
    int[][] weights = new int[points][];
    for (int i = 0; i < points; i++) {
      double centre = (axis.offset() + axis.begin() + i + 0.5) * scale;
      first[i] = Math.max(0, (int) (centre - support + 0.5));
      int end = Math.min(axis.source(), (int) (centre + support + 0.5));
      double[] exact = new double[end - first[i]];
      for (int tap = 0; tap < exact.length; tap++) {
        exact[tap] = filter.at((tap + first[i] - centre + 0.5) * (1 / wider));
      }
      weights[i] = whole(exact);
    }
    return new FilterTaps(first, weights);
  }

  private static int[] whole(double[] exact) {
    double sum = 0;
    for (double weight : exact) {
      sum += weight;
    }
    int[] weights = new int[exact.length];
    for (int i = 0; i < weights.length; i++) {
      double weight = exact[i] / sum * (1 << PRECISION);
      weights[i] = (int) (weight < 0 ? weight - 0.5 : weight + 0.5);
    }
    return weights;
  }

  int points() {
    return first.length;
  }

  /** The first of the source samples that any point needs. */
  int begin() {
    return first[0];
  }

  /** The end, exclusive, of the source samples that any point needs. */
  int end() {
    int last = first.length - 1;
    return first[last] + weights[last].length;
  }
}
