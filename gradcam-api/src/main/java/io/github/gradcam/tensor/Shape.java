package io.github.gradcam.tensor;

import io.github.gradcam.error.InvalidInputException;
import java.util.Arrays;

/**
 * The lengths of a tensor's axes, outermost first, such as {@code [1, 3, 224, 224]}.
 *
 * <p>Immutable and safe for any number of threads.
 */
public final class Shape {

  private final int[] lengths;

  private Shape(int[] lengths) {
    this.lengths = lengths;
  }

  /**
   * The shape with these lengths.
   *
   * @param lengths one length an axis, each at least zero; none for a single number
   * @return the shape
   * @throws InvalidInputException if a length is negative or there are more than 2³¹−1 elements
   */
  public static Shape of(int... lengths) {
    long size = 1;
    for (int length : lengths) {
      size = length < 0 ? -1 : size * length;
      if (size < 0 || size > Integer.MAX_VALUE) {
        throw new InvalidInputException(
            Arrays.toString(lengths)
                + " is no shape: lengths must not be negative and at most 2147483647 elements fit.");
      }
    }
    return new Shape(lengths.clone());
  }

  /** The number of axes. */
  public int rank() {
    return lengths.length;
  }

  /**
   * The length of one axis.
   *
   * @param axis 0 is the outermost
   * @return its length
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public int length(int axis) {
    return lengths[axis];
  }

  /** The number of elements: the product of all lengths, 1 for rank 0. */
  public int size() {
    int size = 1;
    for (int length : lengths) {
      size *= length;
    }
    return size;
  }

  /** The lengths, as a fresh array. */
  public int[] toArray() {
    return lengths.clone();
  }

  /**
   * This shape without its outermost axis: of a batch, the shape of one item.
   *
   * @throws InvalidInputException if the rank is 0
   */
  public Shape item() {
    if (lengths.length == 0) {
      throw new InvalidInputException("A single number has no items.");
    }
    return new Shape(Arrays.copyOfRange(lengths, 1, lengths.length));
  }

  /**
   * This shape below a new outermost axis: of an item, the shape of a batch.
   *
   * @param count the new axis's length
   * @return the shape {@code [count, …]}
   */
  public Shape batch(int count) {
    int[] batched = new int[lengths.length + 1];
    batched[0] = count;
    System.arraycopy(lengths, 0, batched, 1, lengths.length);
    return of(batched);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(lengths, shape.lengths);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(lengths);
  }

  @Override
  public String toString() {
    return Arrays.toString(lengths);
  }
}
