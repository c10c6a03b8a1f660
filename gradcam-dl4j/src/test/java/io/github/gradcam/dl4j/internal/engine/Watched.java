package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A rule that must not write to what it is given.
 *
 * @param rule the rule
 */
record Watched(LayerRule rule) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    return untouched(inputs, () -> rule.forward(inputs));
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    List<INDArray> given = new ArrayList<>(inputs);
    given.add(output);
    given.add(cotangent);
    return untouched(given, () -> rule.backward(inputs, output, cotangent));
  }

  private <T> T untouched(List<INDArray> arrays, Supplier<T> work) {
    List<double[]> before = arrays.stream().map(Numbers::of).toList();
    T result = work.get();
    for (int i = 0; i < before.size(); i++) {
      if (!Arrays.equals(before.get(i), Numbers.of(arrays.get(i)))) {
        throw new AssertionError(rule + " writes to array " + i + " of those it is given");
      }
    }
    return result;
  }

  @Override
  public Layout layout(List<Layout> inputs) {
    return rule.layout(inputs);
  }
}
