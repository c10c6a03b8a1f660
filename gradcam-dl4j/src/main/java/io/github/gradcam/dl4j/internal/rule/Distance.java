package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The Euclidean distance of two arrays, image by image: {@code [N, 1]}. Between equal ones no
 * cotangent goes back.
 */
record Distance() implements LayerRule {

  /** Keeps zero from being divided by zero. */
  private static final double LEAST = 1e-30;

  @Override
  public INDArray forward(List<INDArray> inputs) {
    if (inputs.size() != 2) {
      throw new IllegalArgumentException("it takes two arrays, and is given " + inputs.size());
    }
    Lengths.requireSame(inputs, -1);
    INDArray apart = inputs.get(0).sub(inputs.get(1));
    return apart.norm2(IntStream.range(1, apart.rank()).toArray()).reshape(apart.size(0), 1);
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    INDArray apart = inputs.get(0).sub(inputs.get(1));
    long[] column =
        LongStream.range(0, apart.rank()).map(i -> i == 0 ? apart.size(0) : 1).toArray();
    INDArray pull = cotangent.div(Transforms.max(output, LEAST, true)).reshape(column);
    INDArray first = apart.mul(pull);
    return List.of(first, first.neg());
  }

  @Override
  public Layout layout(List<Layout> inputs) {
    return Layout.CHANNELS_FIRST;
  }
}
