package io.github.gradcam.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * The slope of a function, {@code (f(x + h) − f(x − h)) / 2h}, along single elements.
 *
 * <p>The networks are linear in pieces. Where a step leaves the piece, forward and backward
 * difference disagree and the element says nothing; all others must agree with the gradient.
 */
final class CentralDifferences {

  private static final int ELEMENTS = 48;
  private static final float STEP = 1 / 512f;

  private final UnaryOperator<Tensor> function;

  private CentralDifferences(UnaryOperator<Tensor> function) {
    this.function = function;
  }

  /** Of a function from a batch to a batch of outputs. */
  static CentralDifferences of(UnaryOperator<Tensor> function) {
    return new CentralDifferences(function);
  }

  /** Compares a gradient with the slopes along elements of one item, picked by a seed. */
  void assertSlope(Tensor item, Tensor cotangent, Tensor gradient) {
    assertThat(gradient.shape()).isEqualTo(item.shape());
    float[] values = item.toArray();
    float[] expected = gradient.toArray();
    int[] elements = new Random(5).ints(0, values.length).distinct().limit(ELEMENTS).toArray();
    List<Tensor> batch = new ArrayList<>(List.of(item));
    for (int element : elements) {
      batch.add(Tensors.with(item, element, values[element] + STEP));
      batch.add(Tensors.with(item, element, values[element] - STEP));
    }
    Tensor outputs = function.apply(Tensor.stack(batch));

    double largest = 0;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    double here = Tensors.dot(outputs.item(0), cotangent);
    int compared = 0;
    for (int i = 0; i < elements.length; i++) {
      float above = values[elements[i]] + STEP;
      float below = values[elements[i]] - STEP;
      double up = Tensors.dot(outputs.item(1 + 2 * i), cotangent) - here;
      double down = here - Tensors.dot(outputs.item(2 + 2 * i), cotangent);
      if (Math.abs(up - down) / STEP <= Tolerance.LINEAR * largest) {
        compared++;
        assertThat(Math.abs((up + down) / (above - below) - expected[elements[i]]))
            .as("central difference less gradient at element %d of %s", elements[i], item.shape())
            .isLessThanOrEqualTo(Tolerance.FINITE_DIFFERENCE * largest);
      }
    }
    assertThat(compared)
        .as("elements along which the network is linear, of %d", ELEMENTS)
        .isGreaterThanOrEqualTo(ELEMENTS / 4);
  }
}
