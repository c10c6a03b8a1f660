package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.dl4j.rule.Layout;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Carries numbers over the border between the API and the engine, and turns their axes. */
final class Border {

  private Border() {}

  /** An array with a tensor's numbers, in the network's layout. */
  static INDArray toEngine(Tensor tensor, DataType type, Layout layout) {
    long[] shape = IntStream.of(tensor.shape().toArray()).asLongStream().toArray();
    INDArray numbers = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
    numbers.data().asNioFloat().put(tensor.toBuffer());
    INDArray array = numbers.castTo(type);
    return layout == Layout.CHANNELS_LAST && array.rank() > 2
        ? array.permute(lastAxes(array.rank()))
        : array;
  }

  /** A tensor with an array's numbers, channels first. */
  static Tensor fromEngine(INDArray array, Layout layout) {
    INDArray first = first(array, layout);
    INDArray dense = first.castTo(DataType.FLOAT).dup('c');
    return Tensor.written(shapeOf(array, layout), target -> dense.data().asNioFloat().get(target));
  }

  /** The shape that {@link #fromEngine} gives. */
  static Shape shapeOf(INDArray array, Layout layout) {
    long[] shape = first(array, layout).shape();
    return Shape.of(IntStream.range(0, shape.length).map(i -> Math.toIntExact(shape[i])).toArray());
  }

  private static INDArray first(INDArray array, Layout layout) {
    return layout == Layout.CHANNELS_LAST && array.rank() > 2
        ? array.permute(firstAxes(array.rank()))
        : array;
  }

  private static int[] lastAxes(int rank) {
    return IntStream.range(0, rank).map(i -> i == 0 ? 0 : i == rank - 1 ? 1 : i + 1).toArray();
  }

  private static int[] firstAxes(int rank) {
    return IntStream.range(0, rank).map(i -> i == 0 ? 0 : i == 1 ? rank - 1 : i - 1).toArray();
  }
}
