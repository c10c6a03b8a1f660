package io.github.gradcam.tensor;

import io.github.gradcam.error.InvalidInputException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * An immutable array of float32 numbers with a shape, row-major.
 *
 * <p>At the border of the library images and activations are {@code [N, C, H, W]}; one to three
 * spatial axes are possible. Safe for any number of threads.
 */
public final class Tensor {

  private final Shape shape;
  private final float[] values;
  private final int offset;

  private Tensor(Shape shape, float[] values, int offset) {
    this.shape = shape;
    this.values = values;
    this.offset = offset;
  }

  /**
   * A tensor over a copy of the values.
   *
   * @param shape the shape
   * @param values as many values as the shape has elements, row-major
   * @return the tensor
   * @throws InvalidInputException if the number of values is another
   */
  public static Tensor of(Shape shape, float... values) {
    return checked(shape, values.clone());
  }

  /**
   * A tensor that reads the remaining values of a buffer, without moving its position.
   *
   * @param shape the shape
   * @param values a buffer with as many values remaining as the shape has elements
   * @return the tensor, independent of the buffer
   * @throws InvalidInputException if the number of values is another
   */
  public static Tensor copyOf(Shape shape, FloatBuffer values) {
    float[] copy = new float[values.remaining()];
    values.get(values.position(), copy);
    return checked(shape, copy);
  }

  /**
   * A tensor whose values are written in their place, so that large ones need not be copied.
   *
   * @param shape the shape
   * @param writer writes into an array of zeros, row-major, with as many elements as the shape has;
   *     it must not keep the array
   * @return the tensor
   */
  public static Tensor written(Shape shape, Consumer<float[]> writer) {
    float[] values = new float[shape.size()];
    writer.accept(values);
    return new Tensor(shape, values, 0);
  }

  /**
   * A tensor of zeros.
   *
   * @param shape the shape
   * @return the tensor
   */
  public static Tensor zeros(Shape shape) {
    return new Tensor(shape, new float[shape.size()], 0);
  }

  /**
   * One tensor out of several of the same shape, along a new outermost axis.
   *
   * @param items at least one tensor
   * @return the tensor {@code [items, …]}
   * @throws InvalidInputException if there are none, or their shapes differ
   */
  public static Tensor stack(List<Tensor> items) {
    if (items.isEmpty()) {
      throw new InvalidInputException("An empty list cannot be made a batch.");
    }
    Shape item = items.get(0).shape;
    Shape shape = item.batch(items.size());
    float[] values = new float[shape.size()];
    for (int i = 0; i < items.size(); i++) {
      Tensor tensor = items.get(i);
      if (!tensor.shape.equals(item)) {
        throw new InvalidInputException(
            "A batch needs items of one shape, but item 0 is "
                + item
                + " and item "
                + i
                + " is "
                + tensor.shape
                + ".");
      }
      System.arraycopy(tensor.values, tensor.offset, values, i * item.size(), item.size());
    }
    return new Tensor(shape, values, 0);
  }

  private static Tensor checked(Shape shape, float[] values) {
    if (values.length != shape.size()) {
      throw new InvalidInputException(
          "The shape "
              + shape
              + " has "
              + shape.size()
              + " elements, but "
              + values.length
              + " values were given.");
    }
    return new Tensor(shape, values, 0);
  }

  /** The shape. */
  public Shape shape() {
    return shape;
  }

  /**
   * One element.
   *
   * @param indices one index an axis
   * @return the value
   * @throws IndexOutOfBoundsException if there is no such element
   */
  public float get(int... indices) {
    if (indices.length != shape.rank()) {
      throw new IndexOutOfBoundsException(
          "Indices " + Arrays.toString(indices) + " into a tensor of shape " + shape);
    }
    int flat = 0;
    for (int axis = 0; axis < indices.length; axis++) {
      flat = flat * shape.length(axis) + Objects.checkIndex(indices[axis], shape.length(axis));
    }
    return values[offset + flat];
  }

  /** All elements, row-major, as a fresh array. */
  public float[] toArray() {
    return Arrays.copyOfRange(values, offset, offset + shape.size());
  }

  /** All elements, row-major, as a read-only view. */
  public FloatBuffer toBuffer() {
    return FloatBuffer.wrap(values, offset, shape.size()).slice().asReadOnlyBuffer();
  }

  /**
   * One item of a batch, without copying.
   *
   * @param index along the outermost axis
   * @return the tensor without that axis
   * @throws IndexOutOfBoundsException if there is no such item
   */
  public Tensor item(int index) {
    Shape item = shape.item();
    return new Tensor(
        item, values, offset + Objects.checkIndex(index, shape.length(0)) * item.size());
  }

  /**
   * The same elements under another shape, without copying.
   *
   * @param other a shape with as many elements
   * @return the tensor
   * @throws InvalidInputException if the number of elements is another
   */
  public Tensor reshape(Shape other) {
    if (other.size() != shape.size()) {
      throw new InvalidInputException("A tensor " + shape + " cannot be read as " + other + ".");
    }
    return new Tensor(other, values, offset);
  }

  /** Whether no element is NaN or infinite. */
  public boolean isFinite() {
    for (int i = offset, end = offset + shape.size(); i < end; i++) {
      if (!Float.isFinite(values[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether the other is a tensor of the same shape and, bit by bit, the same elements. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor tensor
        && shape.equals(tensor.shape)
        && Arrays.equals(
            values,
            offset,
            offset + shape.size(),
            tensor.values,
            tensor.offset,
            tensor.offset + shape.size());
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(toArray());
  }

  @Override
  public String toString() {
    return "Tensor" + shape;
  }
}
