package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Divides each image's numbers by their Euclidean length.
 *
 * @param axes over which the length is taken; all but the batch if empty
 * @param least the smallest length that is divided by
 */
record UnitLength(List<Integer> axes, double least) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray x = inputs.get(0);
    return x.div(length(x));
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    INDArray x = inputs.get(0);
    INDArray length = length(x);
    // A length that is held at the least does not change with the numbers.
    INDArray free = length.gt(least).castTo(x.dataType());
    INDArray along = cotangent.mul(output).sum(true, axes(x)).muli(free);
    return List.of(cotangent.sub(output.mul(along)).divi(length));
  }

  private INDArray length(INDArray x) {
    return Transforms.max(x.norm2(true, axes(x)), least, false);
  }

  private int[] axes(INDArray x) {
    return axes.isEmpty()
        ? IntStream.range(1, x.rank()).toArray()
        : axes.stream().mapToInt(Integer::intValue).toArray();
  }
}
