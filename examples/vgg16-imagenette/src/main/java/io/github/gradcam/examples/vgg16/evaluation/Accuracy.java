package io.github.gradcam.examples.vgg16.evaluation;

import java.util.Locale;

/**
 * How many of some photos were recognised.
 *
 * @param correct how many
 * @param total of how many
 */
public record Accuracy(int correct, int total) {

  /** What 95 % of a normal distribution lie within, in standard deviations. */
  private static final double Z = 1.959963984540054;

  /** Checks the counts. */
  public Accuracy {
    if (correct < 0 || correct > total) {
      throw new IllegalArgumentException(correct + " correct of " + total + " cannot be.");
    }
  }

  /** Which share was recognised, from 0 to 1; NaN of no photos. */
  public double share() {
    return (double) correct / total;
  }

  /**
   * Where the share of many more such photos lies, with 95 % confidence: Wilson's interval, which
   * holds near 0 and 1 too.
   *
   * <p>Wilson, Probable Inference, the Law of Succession, and Statistical Inference, 1927.
   */
  public Interval interval() {
    double n = total;
    double spread = Z * Z / n;
    double centre = (share() + spread / 2) / (1 + spread);
    double half = Math.sqrt(share() * (1 - share()) * spread + spread * spread / 4) / (1 + spread);
    return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
  }

  /** Such as {@code 98.17 % (1394 of 1420)}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f %% (%d of %d)", 100 * share(), correct, total);
  }
}
