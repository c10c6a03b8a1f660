package io.github.gradcam.examples.vgg16.training;

/**
 * How many photos the network recognizes.
 *
 * @param correct so many
 * @param total of so many
 */
public record Correct(int correct, int total) {

  /** Their share, from 0 to 1. */
  public double share() {
    return (double) correct / total;
  }

  @Override
  public String toString() {
    return String.format(
        java.util.Locale.ROOT, "%.2f %% (%d of %d)", 100 * share(), correct, total);
  }
}
