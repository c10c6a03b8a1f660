package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A rule that several cotangents go back through at once, so that weights are read only once. */
public interface SharedWeights extends LayerRule {

  /**
   * The vector–Jacobian product of each of several cotangents of one pass.
   *
   * @param inputs what {@link #forward} was given
   * @param output what it returned
   * @param cotangents each shaped as the output
   * @return what {@link #backward} gives for each
   */
  List<List<INDArray>> backwards(List<INDArray> inputs, INDArray output, List<INDArray> cotangents);

  /** Of any rule: at once if it can, one after the other if not. */
  static List<List<INDArray>> through(
      LayerRule rule, List<INDArray> inputs, INDArray output, List<INDArray> cotangents) {
    return rule instanceof SharedWeights shared && cotangents.size() > 1
        ? shared.backwards(inputs, output, cotangents)
        : cotangents.stream().map(each -> rule.backward(inputs, output, each)).toList();
  }

  /**
   * What something linear makes of several arrays, which it treats item by item: it is given all of
   * them as one batch.
   */
  static List<List<INDArray>> stacked(List<INDArray> arrays, UnaryOperator<INDArray> linear) {
    INDArray[] dense = arrays.stream().map(MemoryOrder::dense).toArray(INDArray[]::new);
    INDArray results = linear.apply(Nd4j.concat(0, dense));
    List<List<INDArray>> apart = new ArrayList<>();
    long from = 0;
    for (INDArray array : arrays) {
      long to = from + array.size(0);
      apart.add(List.of(new Slice(0, from, to).of(results)));
      from = to;
    }
    return apart;
  }
}
