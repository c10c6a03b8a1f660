package io.github.gradcam.image;

import io.github.gradcam.error.InvalidInputException;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Lines of equal heat over an overlay: white with a dark edge, so that they are seen on any photo,
 * and as thick as suits the picture's size.
 *
 * @param levels the heats they are drawn at, each above 0 and below 1; empty for no lines
 */
public record Contours(List<Double> levels) {

  /** Checks the levels. */
  public Contours {
    levels = List.copyOf(levels);
    for (double level : levels) {
      if (!(level > 0 && level < 1)) {
        throw new InvalidInputException(
            "A contour line lies at a heat above 0 and below 1, but "
                + level
                + " was asked for. Heat is a share of the map's maximum.");
      }
    }
  }

  /** No lines. */
  public static Contours none() {
    return new Contours(List.of());
  }

  /**
   * Lines at some heats.
   *
   * @param levels each above 0 and below 1, such as 0.25, 0.5, 0.75
   * @return the lines
   * @throws InvalidInputException if a level lies outside
   */
  public static Contours at(double... levels) {
    return new Contours(DoubleStream.of(levels).boxed().toList());
  }
}
