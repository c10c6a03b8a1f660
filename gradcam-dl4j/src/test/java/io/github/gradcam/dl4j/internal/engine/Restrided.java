package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A rule that is given the same numbers, placed otherwise in memory.
 *
 * @param rule the rule
 * @param placed places an array's numbers
 */
record Restrided(LayerRule rule, UnaryOperator<INDArray> placed) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    return placed.apply(rule.forward(inputs.stream().map(placed).toList()));
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return rule.backward(
        inputs.stream().map(placed).toList(), placed.apply(output), placed.apply(cotangent));
  }

  @Override
  public Layout layout(List<Layout> inputs) {
    return rule.layout(inputs);
  }

  /** The last axis has the longest steps. */
  static INDArray turned(INDArray array) {
    int[] axes = IntStream.range(0, array.rank()).map(i -> array.rank() - 1 - i).toArray();
    return array.rank() < 2 ? array : array.permute(axes).dup('c').permute(axes);
  }

  /** The channels lie last in memory, whatever the layout says. */
  static INDArray rolled(INDArray array) {
    int rank = array.rank();
    int[] there =
        IntStream.range(0, rank).map(i -> i == 0 ? 0 : i == rank - 1 ? 1 : i + 1).toArray();
    int[] back =
        IntStream.range(0, rank).map(i -> i == 0 ? 0 : i == 1 ? rank - 1 : i - 1).toArray();
    return rank < 3 ? array : array.permute(there).dup('c').permute(back);
  }

  /** Between any two numbers there is another one, and some before the first. */
  static INDArray gapped(INDArray array) {
    long[] shape = array.shape().clone();
    shape[shape.length - 1] = 2 * shape[shape.length - 1] + 1;
    INDArray wide = Nd4j.valueArrayOf(shape, 1e3, array.dataType());
    INDArrayIndex[] places = new INDArrayIndex[shape.length];
    for (int i = 0; i < shape.length; i++) {
      places[i] = NDArrayIndex.all();
    }
    places[shape.length - 1] = NDArrayIndex.interval(1, 2, shape[shape.length - 1]);
    INDArray view = wide.get(places);
    view.assign(array);
    return view;
  }
}
