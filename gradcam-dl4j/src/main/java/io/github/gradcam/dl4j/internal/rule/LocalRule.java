package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A kernel that has weights of its own at each place, over {@code [N, H, W, C]}.
 *
 * @param weights {@code [places, in · kH · kW, out]}
 * @param bias {@code [1, out]}, if there is one
 * @param height how the kernel moves down
 * @param width how it moves to the right
 */
record LocalRule(INDArray weights, Optional<INDArray> bias, Side height, Side width)
    implements LayerRule {

  /**
   * How the kernel moves along an axis.
   *
   * @param kernel how many places it covers
   * @param stride how far it moves
   * @param before how many zeros are added before the first place
   * @param after how many are added after the last
   * @param places how many come out
   */
  record Side(int kernel, int stride, int before, int after, int places) {

    void require(long inputs) {
      long reach = (places - 1L) * stride + kernel;
      if (reach > inputs + before + after || reach + stride <= inputs + before + after) {
        throw new IllegalArgumentException(
            "it has weights for "
                + places
                + " places along an axis, which "
                + inputs
                + " places are not");
      }
    }
  }

  @Override
  public INDArray forward(List<INDArray> inputs) {
    INDArray image = inputs.get(0);
    height.require(image.size(1));
    width.require(image.size(2));
    INDArray padded = edges().forward(List.of(image));
    INDArray output =
        Nd4j.createUninitialized(
            image.dataType(), new long[] {weights.size(0), image.size(0), weights.size(2)}, 'c');
    for (int place = 0; place < weights.size(0); place++) {
      INDArray patch = patch(padded, place).permute(0, 3, 1, 2).dup('c');
      output
          .slice(place)
          .assign(patch.reshape('c', image.size(0), weights.size(1)).mmul(weights.slice(place)));
    }
    bias.ifPresent(
        offset ->
            output
                .reshape('c', output.size(0) * output.size(1), output.size(2))
                .addiRowVector(offset));
    return MemoryOrder.dense(
        output
            .reshape('c', height.places(), width.places(), image.size(0), weights.size(2))
            .permute(2, 0, 1, 3));
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    INDArray image = inputs.get(0);
    INDArray padded = MemoryOrder.dense(edges().forward(List.of(image))).like();
    INDArray given =
        cotangent
            .permute(1, 2, 0, 3)
            .dup('c')
            .reshape('c', weights.size(0), image.size(0), weights.size(2));
    long channels = image.size(3);
    for (int place = 0; place < weights.size(0); place++) {
      INDArray patch = given.slice(place).mmul(weights.slice(place).transpose()).dup('c');
      patch(padded, place)
          .addi(
              patch
                  .reshape('c', image.size(0), channels, height.kernel(), width.kernel())
                  .permute(0, 2, 3, 1));
    }
    return List.of(MemoryOrder.dense(edges().back(padded)));
  }

  /** What the weights at a place look at: Deeplearning4j counts the places column by column. */
  private INDArray patch(INDArray padded, int place) {
    long top = (long) (place % height.places()) * height.stride();
    long left = (long) (place / height.places()) * width.stride();
    return padded.get(
        NDArrayIndex.all(),
        NDArrayIndex.interval(top, top + height.kernel()),
        NDArrayIndex.interval(left, left + width.kernel()),
        NDArrayIndex.all());
  }

  private Edges edges() {
    return new Edges(
        List.of(0L, (long) height.before(), (long) width.before(), 0L),
        List.of(0L, (long) height.after(), (long) width.after(), 0L));
  }
}
