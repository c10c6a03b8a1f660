package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.custom.Max;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Arrays that are computed with number by number.
 *
 * @param operation what is computed
 */
record ElementWiseRule(ElementWiseVertex.Op operation) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    if (inputs.size() == 1) {
      return inputs.get(0);
    }
    Broadcast shape = Broadcast.of(inputs);
    MemoryOrder order = order(shape, inputs);
    INDArray result = order.copyAlong(shape.spread(inputs.get(0)));
    for (INDArray next : inputs.subList(1, inputs.size())) {
      add(result, order.along(shape.spread(next)));
    }
    if (operation == ElementWiseVertex.Op.Average) {
      result.divi(inputs.size());
    }
    return order.back(result);
  }

  private void add(INDArray result, INDArray next) {
    switch (operation) {
      case Add, Average -> result.addi(next);
      case Subtract -> result.subi(next);
      case Product -> result.muli(next);
      case Max -> Nd4j.exec(new Max(result, next, result));
    }
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    if (inputs.size() == 1) {
      return List.of(cotangent);
    }
    Broadcast shape = Broadcast.of(inputs);
    MemoryOrder order = order(shape, inputs);
    List<INDArray> spread = inputs.stream().map(input -> order.along(shape.spread(input))).toList();
    List<INDArray> results = new ArrayList<>();
    INDArray along = order.along(cotangent);
    INDArray left = operation == ElementWiseVertex.Op.Max ? along.dup() : along;
    for (int i = 0; i < inputs.size(); i++) {
      INDArray result =
          switch (operation) {
            case Add -> along;
            case Average -> along.div(inputs.size());
            case Subtract -> i == 0 ? along : along.neg();
            case Product -> product(along, spread, i);
            case Max -> taken(left, spread.get(i), order.along(output));
          };
      results.add(shape.gathered(order.back(result), inputs.get(i)));
    }
    return results;
  }

  private static INDArray product(INDArray cotangent, List<INDArray> factors, int but) {
    INDArray product = cotangent.dup();
    for (int i = 0; i < factors.size(); i++) {
      if (i != but) {
        product.muli(factors.get(i));
      }
    }
    return product;
  }

  /** The first of equal numbers gets it all. */
  private static INDArray taken(INDArray left, INDArray input, INDArray output) {
    INDArray result = left.mul(input.eq(output).castTo(left.dataType()));
    left.subi(result);
    return result;
  }

  /** As most of the numbers lie. */
  private static MemoryOrder order(Broadcast shape, List<INDArray> inputs) {
    return MemoryOrder.of(
        inputs.stream().filter(shape::isShapeOf).findFirst().orElse(inputs.get(0)));
  }
}
