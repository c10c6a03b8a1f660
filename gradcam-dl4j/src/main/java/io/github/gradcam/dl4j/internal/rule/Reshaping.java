package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The same numbers in another shape.
 *
 * @param shape the shape for a batch of so many, −1 where a length follows from the others
 * @param order {@code 'c'} if numbers are counted row by row, {@code 'f'} if column by column
 * @param layout where the new shape has the channels
 */
record Reshaping(LongFunction<long[]> shape, char order, Layout layout) implements LayerRule {

  /** Of shapes that do not tell of the batch. */
  static Reshaping behindBatch(List<Long> lengths, Layout layout) {
    return new Reshaping(
        batch -> {
          long[] shape = new long[lengths.size() + 1];
          shape[0] = batch;
          Arrays.setAll(shape, axis -> axis == 0 ? batch : lengths.get(axis - 1));
          return shape;
        },
        'c',
        layout);
  }

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray given = inputs.get(0);
    long[] wanted = shape.apply(given.size(0));
    if (Arrays.equals(given.shape(), wanted)) {
      return given;
    }
    long known = Arrays.stream(wanted).filter(length -> length >= 0).reduce(1, (a, b) -> a * b);
    boolean open = Arrays.stream(wanted).anyMatch(length -> length < 0);
    if (known == 0 || (open ? given.length() % known != 0 : given.length() != known)) {
      throw new IllegalArgumentException(
          "it cannot make "
              + Arrays.toString(wanted)
              + " of the "
              + given.length()
              + " numbers of "
              + Arrays.toString(given.shape()));
    }
    return ordered(given).reshape(order, wanted);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(ordered(cotangent).reshape(order, inputs.get(0).shape()));
  }

  private INDArray ordered(INDArray array) {
    return order == 'c' ? MemoryOrder.dense(array) : array.dup('f');
  }

  @Override
  public Layout layout(List<Layout> inputs) {
    return layout;
  }
}
