package io.github.gradcam.image;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;

/**
 * Linear resampling of maps with half-pixel centres: {@code torch.nn.functional.interpolate} with
 * {@code align_corners=False}, and OpenCV's {@code INTER_LINEAR}. Outside the outermost centres the
 * outermost values go on.
 */
public final class Resampling {

  private Resampling() {}

  /**
   * Resizes a map of one to three spatial axes: linear, bilinear or trilinear.
   *
   * @param map {@code [w]}, {@code [h, w]} or {@code [d, h, w]}
   * @param size as many lengths
   * @return the map at that size
   * @throws InvalidInputException if there are no or more than three axes, their numbers differ, or
   *     an axis is empty
   */
  public static Tensor linear(Tensor map, Shape size) {
    Shape from = map.shape();
    if (from.rank() != size.rank() || size.rank() < 1 || size.rank() > 3) {
      throw new InvalidInputException(
          "A map "
              + from
              + " cannot be resized to "
              + size
              + ": both need the same one to three spatial axes.");
    }
    if (from.size() == 0 || size.size() == 0) {
      throw new InvalidInputException(
          "A map " + from + " cannot be resized to " + size + ": no axis may be empty.");
    }
    float[] values = map.toArray();
    int inner = 1;
    for (int axis = size.rank() - 1; axis > 0; axis--) {
      LinearTaps taps = taps(from, size, axis);
      values = alongAxis(values, from.length(axis), taps, inner);
      inner *= size.length(axis);
    }
    float[] last = values;
    int below = inner;
    return Tensor.written(
        size, out -> alongAxis(last, from.length(0), taps(from, size, 0), below, out));
  }

  /**
   * Samples a part of a map, which may reach beyond it.
   *
   * @param map {@code [h, w]}
   * @param region which part, in the map's own coordinates
   * @param width how many points across
   * @param height how many points down
   * @return {@code [height, width]}
   * @throws InvalidInputException if the map has not two axes, or an axis is empty
   */
  public static Tensor linear(Tensor map, Region region, int width, int height) {
    Shape shape = map.shape();
    Shape size = Shape.of(height, width);
    if (shape.rank() != 2 || shape.size() == 0 || size.size() == 0) {
      throw new InvalidInputException(
          "A part "
              + size
              + " of a map "
              + shape
              + " cannot be taken: both need two axes, none of them empty.");
    }
    LinearTaps columns = LinearTaps.of(shape.length(1), region.x(), region.width(), width);
    LinearTaps rows = LinearTaps.of(shape.length(0), region.y(), region.height(), height);
    float[] wide = alongAxis(map.toArray(), shape.length(1), columns, 1);
    return Tensor.written(size, out -> alongAxis(wide, shape.length(0), rows, width, out));
  }

  private static LinearTaps taps(Shape from, Shape size, int axis) {
    return LinearTaps.of(from.length(axis), 0, from.length(axis), size.length(axis));
  }

  /** Replaces the axis that has {@code inner} elements below it. */
  private static float[] alongAxis(float[] values, int samples, LinearTaps taps, int inner) {
    float[] out = new float[values.length / samples * taps.points()];
    alongAxis(values, samples, taps, inner, out);
    return out;
  }

  private static void alongAxis(
      float[] values, int samples, LinearTaps taps, int inner, float[] out) {
    int to = 0;
    for (int block = 0; block < values.length / (samples * inner); block++) {
      int from = block * samples * inner;
      for (int point = 0; point < taps.points(); point++) {
        int lower = from + taps.lower()[point] * inner;
        int upper = from + taps.upper()[point] * inner;
        float fraction = taps.fraction()[point];
        for (int i = 0; i < inner; i++) {
          out[to++] = values[lower + i] * (1 - fraction) + values[upper + i] * fraction;
        }
      }
    }
  }
}
