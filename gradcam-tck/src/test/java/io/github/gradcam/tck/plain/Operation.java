package io.github.gradcam.tck.plain;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;

/** A step of a network for one image, forwards and backwards, in plain loops. */
interface Operation {

  /** The shape of the result for operands of these shapes; an error if there is none. */
  Shape shape(List<Shape> operands);

  Tensor forward(List<Tensor> operands);

  /** For each operand the gradient, given the gradient of the result. */
  List<Tensor> backward(List<Tensor> operands, Tensor gradient);

  /** What it is, as a framework would say. */
  default String kind() {
    return getClass().getSimpleName();
  }

  /** Rejects what cannot be computed. */
  static void require(boolean fits, String expected, Object found) {
    if (!fits) {
      throw new InvalidInputException("Expected " + expected + ", but found " + found + ".");
    }
  }
}
