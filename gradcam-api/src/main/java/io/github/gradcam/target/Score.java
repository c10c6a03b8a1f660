package io.github.gradcam.target;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.OptionalInt;

/**
 * One score of one image, as a linear function of the network's output.
 *
 * @param description what it is, for a person: the class's name where it has one
 * @param classIndex the class it belongs to, if it belongs to one
 * @param cotangent the gradient of the score with respect to the output, shaped as one image's
 *     output
 */
public record Score(String description, OptionalInt classIndex, Tensor cotangent) {

  /**
   * The score's value for an output: {@code ⟨cotangent, output⟩}.
   *
   * @param output shaped as the cotangent
   * @return the value
   * @throws InvalidInputException if the shape is another
   */
  public double of(Tensor output) {
    if (!output.shape().equals(cotangent.shape())) {
      throw new InvalidInputException(
          "A score of an output " + cotangent.shape() + " was asked of " + output.shape() + ".");
    }
    FloatBuffer weights = cotangent.toBuffer();
    FloatBuffer values = output.toBuffer();
    double sum = 0;
    while (weights.hasRemaining()) {
      float weight = weights.get();
      float value = values.get();
      if (weight != 0) {
        sum += (double) weight * value;
      }
    }
    return sum;
  }
}
