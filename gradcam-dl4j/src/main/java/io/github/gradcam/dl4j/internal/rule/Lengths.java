package io.github.gradcam.dl4j.internal.rule;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The lengths of an array's axes. */
final class Lengths {

  private Lengths() {}

  /**
   * Checks an array.
   *
   * @param wanted the lengths behind the batch
   * @param given the array
   * @throws IllegalArgumentException if it has others
   */
  static void require(List<Long> wanted, INDArray given) {
    if (!LongStream.of(given.shape()).skip(1).boxed().toList().equals(wanted)) {
      throw new IllegalArgumentException(
          "it takes [N, "
              + wanted.stream().map(String::valueOf).collect(Collectors.joining(", "))
              + "], and is given "
              + Arrays.toString(given.shape()));
    }
  }

  /**
   * Checks arrays.
   *
   * @param arrays those that must have axes of the same lengths
   * @param except an axis that may be of different lengths, −1 if none
   * @throws IllegalArgumentException if they have not
   */
  static void requireSame(List<INDArray> arrays, int except) {
    long[] first = arrays.get(0).shape();
    for (INDArray array : arrays) {
      long[] shape = array.shape().clone();
      if (except >= 0 && shape.length == first.length && except < first.length) {
        shape[except] = first[except];
      }
      if (!Arrays.equals(shape, first)) {
        throw new IllegalArgumentException("it is given shapes that do not fit: " + list(arrays));
      }
    }
  }

  /** The shapes of arrays, for messages. */
  static String list(List<INDArray> arrays) {
    return arrays.stream()
        .map(array -> Arrays.toString(array.shape()))
        .collect(Collectors.joining(" and "));
  }
}
