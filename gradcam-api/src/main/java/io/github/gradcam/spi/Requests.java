package io.github.gradcam.spi;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a backend need not ask its engine: whether a request makes sense at all. Each check fails
 * with the same words in every backend.
 */
public final class Requests {

  private Requests() {}

  /**
   * Checks the names of a hook's layers.
   *
   * @param layers the names
   * @throws InvalidInputException if there is none, or one twice
   */
  public static void layers(List<String> layers) {
    if (layers.isEmpty()) {
      throw new InvalidInputException("A hook needs at least one layer, but none is named.");
    }
    Set<String> seen = new HashSet<>();
    for (String layer : layers) {
      if (!seen.add(layer)) {
        throw new InvalidInputException("The layer \"" + layer + "\" is named twice.");
      }
    }
  }

  /**
   * Checks that a batch holds images, and only finite numbers.
   *
   * @param batch the batch
   * @throws InvalidInputException if it is empty, or holds NaN or infinity
   */
  public static void batch(Tensor batch) {
    Shape shape = batch.shape();
    if (shape.rank() > 0 && shape.length(0) == 0) {
      throw new InvalidInputException("The batch is empty: its shape is " + shape + ".");
    }
    if (!batch.isFinite()) {
      throw new InvalidInputException(
          "The input of shape "
              + shape
              + " holds NaN or infinity; nothing can be computed from it. Check the preprocessing.");
    }
  }

  /**
   * Checks a cotangent.
   *
   * @param cotangent what was given
   * @param output the shape of the output that it belongs to
   * @throws InvalidInputException if it has another shape, or is not finite
   */
  public static void cotangent(Tensor cotangent, Shape output) {
    if (!cotangent.shape().equals(output)) {
      throw new InvalidInputException(
          "The cotangent has the shape "
              + cotangent.shape()
              + ", but the output it belongs to has "
              + output
              + ".");
    }
    if (!cotangent.isFinite()) {
      throw new InvalidInputException("The cotangent holds NaN or infinity.");
    }
  }

  /**
   * Checks activations from which a pass shall be resumed.
   *
   * @param layer the layer that they stand in for
   * @param activations what was given
   * @param captured the shape of what the layer had put out
   * @param items how many images that pass had
   * @throws InvalidInputException if the shape does not fit, or a number is not finite
   */
  public static void activations(String layer, Tensor activations, Shape captured, int items) {
    Shape given = activations.shape();
    boolean fits =
        given.rank() == captured.rank()
            && given.rank() > 0
            && given.length(0) > 0
            && given.item().equals(captured.item())
            && (given.length(0) == captured.length(0) || items == 1);
    if (!fits) {
      throw new InvalidInputException(
          "The activations have the shape "
              + given
              + ", but those of the layer \""
              + layer
              + "\" in this pass have "
              + captured
              + (items == 1 ? "; only the number of items may be another." : "."));
    }
    if (!activations.isFinite()) {
      throw new InvalidInputException("The activations hold NaN or infinity.");
    }
  }
}
