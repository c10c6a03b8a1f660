package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;
import io.github.gradcam.dl4j.rule.Layout;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Batch norm with the running statistics: {@code scale · x + offset}, channel by channel.
 *
 * @param scale {@code γ / √(variance + ε)}, {@code [C]}
 * @param offset {@code β − mean · scale}, {@code [C]}
 * @param layout the network's
 */
record BatchNormRule(INDArray scale, INDArray offset, Layout layout) implements LayerRule {

  @Override
  public INDArray forward(List<INDArray> inputs) {
    requireRank(inputs.get(0));
    INDArray x = Channels.last(inputs.get(0), layout);
    if (x.size(x.rank() - 1) != scale.length()) {
      throw new IllegalArgumentException(
          "it takes " + scale.length() + " channels, and is given " + x.size(x.rank() - 1));
    }
    INDArray y = times(x);
    Nd4j.getExecutioner().exec(new BroadcastAddOp(y, offset, y, y.rank() - 1));
    return Channels.back(y, layout);
  }

  /** Of other arrays Deeplearning4j takes another axis for the channels, or none at all. */
  private void requireRank(INDArray input) {
    boolean rows = input.rank() == 3 && layout == Layout.CHANNELS_LAST;
    if (!rows && input.rank() != 2 && input.rank() != 4) {
      throw new IllegalArgumentException(
          "batch norm takes arrays of rank 2 or 4, and of rank 3 with the channels last, as"
              + " Deeplearning4j does, and is given one of rank "
              + input.rank());
    }
  }

  @Override
  public List<INDArray> backward(List<INDArray> inputs, INDArray output, INDArray cotangent) {
    return List.of(Channels.back(times(Channels.last(cotangent, layout)), layout));
  }

  private INDArray times(INDArray x) {
    INDArray product = MemoryOrder.uninitialized(x);
    Nd4j.getExecutioner().exec(new BroadcastMulOp(x, scale, product, x.rank() - 1));
    return product;
  }
}
