package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.spi.Requests;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What the network wants as its input, as far as the file tells.
 *
 * @param lengths the lengths of a batch's axes in the API's order, −1 where any will do; empty if
 *     not even their number is known
 */
record Inputs(long[] lengths) {

  private static final int DEFAULT_SIDE = 224;
  private static final int DEFAULT_CHANNELS = 3;
  private static final int IMAGE_AXES = 4;

  /** Of a placeholder's shape. */
  static Inputs of(org.tensorflow.ndarray.Shape shape, Turn turn) {
    if (shape.isUnknown()) {
      return new Inputs(new long[0]);
    }
    int[] known = Arrays.stream(shape.asArray()).mapToInt(Math::toIntExact).toArray();
    return new Inputs(Arrays.stream(turn.fromEngine(known)).asLongStream().toArray());
  }

  /** Fails if a batch cannot be one. */
  void check(Tensor batch) {
    int[] given = batch.shape().toArray();
    int rank = lengths.length == 0 ? IMAGE_AXES : lengths.length;
    boolean fits = given.length == rank && Arrays.stream(given).skip(1).allMatch(n -> n > 0);
    for (int axis = 0; fits && axis < lengths.length; axis++) {
      fits = lengths[axis] < 0 || (axis == 0 && given[0] == 0) || lengths[axis] == given[axis];
    }
    if (!fits) {
      throw new InvalidInputException(
          "The network cannot take an input of shape " + batch.shape() + ". " + wanted());
    }
    Requests.batch(batch);
  }

  /** A sentence. */
  String wanted() {
    if (lengths.length == 0) {
      return "It wants [N, channels, height, width].";
    }
    String listed =
        LongStream.of(lengths)
            .skip(1)
            .mapToObj(length -> length < 0 ? "any" : Long.toString(length))
            .collect(Collectors.joining(", "));
    return "It wants [" + (lengths[0] < 0 ? "N" : lengths[0]) + ", " + listed + "].";
  }

  /** The shape of one input that is assumed where the user gives none. */
  Shape assumed() {
    if (lengths.length == 0) {
      return Shape.of(DEFAULT_CHANNELS, DEFAULT_SIDE, DEFAULT_SIDE);
    }
    int[] assumed = new int[lengths.length - 1];
    for (int axis = 0; axis < assumed.length; axis++) {
      long length = lengths[axis + 1];
      int usual = axis == 0 ? DEFAULT_CHANNELS : DEFAULT_SIDE;
      assumed[axis] = length < 0 ? usual : Math.toIntExact(length);
    }
    return Shape.of(assumed);
  }
}
